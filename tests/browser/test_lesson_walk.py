"""From an answer to the lesson it points at, on through the module, and back to it another day."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.demo.site import DemoSite
from tests.browser.joining import join

BREATHS = "/learn/your-own-life/three-slow-breaths/"


@pytest.fixture
def page(demo: DemoSite, browser: Browser) -> Iterator[Page]:
    context = demo.context(browser)
    yield context.new_page()
    context.close()


def test_from_the_answer_through_the_lessons_and_back(page: Page) -> None:
    join(page, "slow otter")
    page.goto("/answers/coin/")
    page.locator("a.pointer", has_text="Stepping back once treatment has begun").click()
    page.wait_for_url("**/learn/not-using-right-now/stepping-back/")
    page.get_by_role("button", name="Mark as done").click()
    expect(page.locator("#done")).to_contain_text("You have done this lesson.")
    page.get_by_role("link", name="Next").click()
    expect(page.get_by_role("heading", level=1)).not_to_have_text("Stepping back once treatment has begun")
    left_off = page.get_by_role("heading", level=1).text_content() or ""

    page.goto("/learn/")
    expect(page.locator("main .progress")).to_contain_text("1 of")
    expect(page.locator(".resume")).to_contain_text("Where you left off")
    expect(page.locator(".resume")).to_contain_text(left_off)
    page.get_by_role("link", name="Go on", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(left_off)

    page.get_by_role("button", name="Done, and on to the next").click()
    expect(page.get_by_role("heading", level=1)).not_to_have_text(left_off)
    page.go_back()
    page.goto("/learn/not-using-right-now/stepping-back/")
    page.get_by_role("button", name="Mark as not done").click()
    expect(page.get_by_role("button", name="Mark as done")).to_be_visible()


def test_a_recording_plays_in_parts_and_goes_on_where_it_was_left(page: Page) -> None:
    join(page, "even breath")
    got: list[tuple[int, str]] = []
    page.on("response", lambda answer: got.append((answer.status, answer.request.headers.get("range", ""))))
    found = page.goto(BREATHS)
    assert found is not None
    if found.status == 404:
        pytest.skip("the demo has no clip here: ffmpeg is not installed")
    video = page.locator("video")
    expect(video.locator("track[kind=captions]")).to_have_count(1)
    page.get_by_text("Read what is said and shown").click()
    expect(page.locator(".media .words")).to_be_visible()
    page.wait_for_function("document.querySelector('video').readyState >= 1")
    assert (206, "bytes=0-") in got
    with page.expect_response("**/position/") as told:
        video.evaluate("""async (video) => {
            video.muted = true;
            video.currentTime = 9;
            await video.play();
            await new Promise((done) => setTimeout(done, 300));
            video.pause();
        }""")
    assert told.value.status == 204
    page.goto("/learn/")
    page.goto(BREATHS)
    page.wait_for_function("document.querySelector('video').currentTime >= 9")


def test_a_recording_is_for_members(demo: DemoSite, browser: Browser, page: Page) -> None:
    member = demo.context(browser, "Alice")
    there = member.new_page()
    found = there.goto(BREATHS)
    assert found is not None
    if found.status == 404:
        pytest.skip("the demo has no clip here: ffmpeg is not installed")
    address = there.locator("video source").get_attribute("src") or ""
    assert member.request.head(address).headers["accept-ranges"] == "bytes"
    assert (
        member.request.get(address, headers={"Range": "bytes=4-11"}).headers["content-range"].startswith("bytes 4-11/")
    )
    assert member.request.get(address, headers={"Range": "bytes=999999999-"}).status == 416
    refused = page.context.request.get(address, max_redirects=0)
    assert refused.status == 302
    assert refused.headers["location"].startswith("/sign-in/")
    member.close()

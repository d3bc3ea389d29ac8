"""The journeys that matter most, in a browser that runs no script."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.demo.site import DemoSite
from tests.browser.joining import join, sign_in


@pytest.fixture
def page(demo: DemoSite, browser: Browser) -> Iterator[Page]:
    context = demo.context(browser, java_script_enabled=False, viewport={"width": 390, "height": 740})
    yield context.new_page()
    context.close()


def test_join_learn_comment_sign_in_and_leave(page: Page, demo: DemoSite) -> None:
    join(page, "quiet plover")
    page.wait_for_url("**/learn/")
    page.get_by_role("link", name="Not using right now").click()
    page.get_by_role("link", name="Stepping back once treatment has begun").first.click()
    page.get_by_role("button", name="Mark as done").click()
    expect(page.locator("#done")).to_contain_text("You have done this lesson.")

    page.goto("/answers/moving-back/")
    page.locator("#write textarea").fill("We wrote it down, *together*.")
    page.get_by_role("button", name="Preview").click()
    expect(page.locator(".preview em")).to_have_text("together")
    expect(page.locator(".comment.mine")).to_have_count(0)
    page.get_by_role("button", name="Post").click()
    expect(page.locator(".comment.mine .words em")).to_have_text("together")
    page.locator(".comment.mine").get_by_role("link", name="Edit").click()
    page.locator("textarea").fill("We wrote it down.")
    page.get_by_role("button", name="Save").click()
    expect(page.locator(".comment.mine .words")).to_have_text("We wrote it down.")

    page.locator("header .doors .exit").click()
    page.wait_for_url(demo.exit_url)
    assert page.context.cookies() == []
    sign_in(page, "quiet plover")
    page.wait_for_url("**/learn/")
    expect(page.locator(".resume")).to_contain_text("Where you left off")


def test_words_survive_a_session_that_ended_meanwhile(page: Page) -> None:
    join(page, "gentle crane")
    page.goto("/answers/pushed/")
    page.context.clear_cookies(name="notes")
    page.locator("#write textarea").fill("I moved to my sister's that night.")
    page.get_by_role("button", name="Post").click()
    page.get_by_label("Pseudonym").fill("gentle crane")
    page.get_by_label("Passphrase").fill("a paper kite over wet sand")
    page.get_by_role("button", name="Sign in", exact=True).click()
    expect(page.locator("#write textarea")).to_have_value("I moved to my sister's that night.")

"""Taking part: write, look before posting, answer, change, take away, follow; and nothing typed is ever lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.demo.site import DemoSite
from tests.browser.joining import join, sign_in

Open = Callable[[], Page]


@pytest.fixture
def another(demo: DemoSite, browser: Browser) -> Iterator[Open]:
    """Opens a page in a browser of its own."""
    contexts = []

    def open_one() -> Page:
        contexts.append(demo.context(browser))
        return contexts[-1].new_page()

    yield open_one
    for context in contexts:
        context.close()


@pytest.fixture
def page(another: Open) -> Page:
    return another()


def write(page: Page, words: str, button: str = "Post") -> None:
    page.locator("#write textarea").fill(words)
    page.locator("#write").get_by_role("button", name=button, exact=True).click()


def test_write_look_post_change_answer_and_take_away(page: Page) -> None:
    join(page, "steady wren")
    page.goto("/answers/bottle/")
    before = page.locator(".comment").count()
    write(page, "I breathe in, and *then* I speak.", "Preview")
    expect(page.locator(".preview em")).to_have_text("then")
    assert page.locator(".comment").count() == before
    write(page, "I breathe out, and **then** I speak.")
    mine = page.locator(".comment.mine")
    expect(mine.locator(".words strong")).to_have_text("then")
    expect(page.locator("#write textarea")).to_have_value("")

    mine.get_by_role("link", name="Edit").click()
    page.locator("textarea").fill("I breathe out first.")
    page.get_by_role("button", name="Save").click()
    expect(mine.locator(".words")).to_have_text("I breathe out first.")
    expect(mine.locator(".edited")).to_be_visible()

    first = page.locator("#talk > .comment").first
    first.get_by_role("link", name="Reply").first.click()
    expect(page.locator("#write")).to_contain_text("You are answering")
    write(page, "The same here.")
    reply = page.locator("#talk > .comment").first.locator(".replies .mine")
    expect(reply.locator(".words")).to_have_text("The same here.")

    reply.get_by_role("link", name="Delete").click()
    page.get_by_role("button", name="Delete").click()
    expect(page.locator(".comment.mine")).to_have_count(1)
    assert "The same here." not in page.content()


def test_a_draft_survives_a_reload(page: Page) -> None:
    join(page, "mild sparrow")
    page.goto("/answers/bribe/")
    page.locator("#write textarea").press_sequentially("Half a thought")
    expect(page.locator("[data-draft-status]")).to_have_text("Draft saved")
    page.reload()
    expect(page.locator("#write textarea")).to_have_value("Half a thought")
    page.evaluate("sessionStorage.clear()")
    page.reload()
    expect(page.locator("#write textarea")).to_have_value("Half a thought")


def test_words_survive_a_session_that_ended_meanwhile(page: Page, another: Open) -> None:
    join(page, "night tern")
    page.goto("/answers/awake/")
    elsewhere = another()
    sign_in(elsewhere, "night tern")
    elsewhere.goto("/me/sessions/")
    elsewhere.get_by_role("button", name="Sign out everywhere but here").click()
    expect(elsewhere.locator(".messages")).to_contain_text("signed out")
    write(page, "I count the cars until it gets light.")
    page.wait_for_url("**/sign-in/**")
    page.get_by_label("Pseudonym").fill("night tern")
    page.get_by_label("Passphrase").fill("a paper kite over wet sand")
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.wait_for_url("**/answers/awake/*")
    expect(page.locator("#write textarea")).to_have_value("I count the cars until it gets light.")
    write(page, "I count the cars until it gets light.")
    expect(page.locator(".comment.mine .words")).to_have_text("I count the cars until it gets light.")


def test_words_survive_a_refused_form(page: Page) -> None:
    join(page, "wordy robin")
    page.goto("/answers/only-marijuana/")
    write(page, "word " * 1700)
    expect(page.locator("#write .summary")).to_contain_text("longer than 8000 characters")
    expect(page.locator("#write textarea")).to_have_value("word " * 1700)
    page.goto("/answers/only-marijuana/")
    assert page.locator("#write textarea").input_value().strip() == ("word " * 1700).strip()


def test_who_follows_sees_what_is_new(page: Page, another: Open) -> None:
    join(page, "patient gull")
    page.goto("/answers/al-anon/")
    page.get_by_role("button", name="Follow").click()
    expect(page.get_by_role("button", name="Stop following")).to_be_visible()
    friend = another()
    join(friend, "quick swift")
    friend.goto("/answers/al-anon/")
    write(friend, "Both helped me, at different times.")
    page.goto("/")
    page.get_by_role("link", name="How is this different from Al-Anon").first.click()
    new = page.locator(".comment", has=page.locator(".new"))
    expect(new.locator(".words")).to_have_text("Both helped me, at different times.")
    page.reload()
    expect(page.locator(".comment .new")).to_have_count(0)

"""Nothing that somebody has typed is ever lost: not by a reload, an ended session or a refused form."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.demo.site import DemoSite
from tests.browser.joining import Another, join, sign_in, write


@pytest.fixture
def page(demo: DemoSite, browser: Browser) -> Iterator[Page]:
    """Without its worker, so that what the page asks for can be held."""
    context = demo.context(browser, service_workers="block")
    yield context.new_page()
    context.close()


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


def test_words_typed_before_the_script_came_are_kept_too(page: Page) -> None:
    join(page, "early heron")
    box, status = page.locator("#write textarea"), page.locator("[data-draft-status]")
    held: list[Route] = []
    page.context.route("**/draft*.js", lambda route: held.append(route))
    page.goto("/answers/bribe/")
    box.press_sequentially("Half a thought")
    held.pop().continue_()
    expect(status).to_have_text("Draft saved")
    # The same beside words that only this device has: both stay.
    page.goto("/answers/awake/")
    key = page.locator("#write").get_attribute("data-draft")
    page.evaluate(
        "([key, words]) => sessionStorage.setItem(key, words)", [f"draft:{key}", '{"text": "Kept here.", "at": 1}']
    )
    page.reload()
    box.press_sequentially("And more")
    held.pop().continue_()
    expect(status).to_have_text("Draft saved")
    expect(box).to_have_value("Kept here.\n\nAnd more")


def test_words_survive_a_session_that_ended_meanwhile(page: Page, another: Another) -> None:
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

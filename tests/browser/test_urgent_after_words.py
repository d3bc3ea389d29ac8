"""Urgent help when words came to the server: in a preview and after posting, with a script and without."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.demo.site import DemoSite
from tests.browser.joining import Another, join, write

WORD = "He is a junkie."
DANGER = "He is not breathing and his lips are blue."


@pytest.fixture
def bare_page(demo: DemoSite, browser: Browser) -> Iterator[Page]:
    context = demo.context(browser, java_script_enabled=False, viewport={"width": 390, "height": 740})
    yield context.new_page()
    context.close()


def test_a_preview_without_a_script(bare_page: Page) -> None:
    join(bare_page, "wren of dusk")
    bare_page.goto("/answers/bottle/")
    write(bare_page, WORD, "Preview")
    thoughts = bare_page.locator("#write .noticed")
    expect(thoughts).to_contain_text("You could write:")
    expect(thoughts.get_by_role("button")).to_have_count(0)
    write(bare_page, f"{WORD} {DANGER}", "Preview")
    expect(bare_page.locator("#write [data-urgent] .call").first).to_be_in_viewport()
    expect(bare_page.locator("#write .noticed")).to_have_count(0)
    expect(bare_page.get_by_role("button", name="I have seen this")).to_have_count(0)


def test_after_posting_without_a_script(bare_page: Page) -> None:
    join(bare_page, "owl of noon")
    bare_page.goto("/answers/bribe/")
    write(bare_page, DANGER)
    panel = bare_page.locator("#urgent-help")
    expect(panel.locator(".call").first).to_be_in_viewport()
    expect(bare_page.locator("[data-urgent]")).to_have_count(1)
    panel.get_by_role("link", name="Go on to the conversation").click()
    expect(bare_page.locator(".comment.mine .words")).to_be_in_viewport()
    bare_page.goto("/answers/bribe/")
    expect(bare_page.locator("[data-urgent]")).to_have_count(0)


def test_after_posting_with_a_script(another: Another) -> None:
    page = another()
    join(page, "tern of frost")
    page.goto("/answers/awake/")
    write(page, DANGER)
    expect(page.locator("#urgent-help .call").first).to_be_in_viewport()
    assert page.evaluate("document.querySelector('#urgent-help').offsetTop < document.querySelector('h1').offsetTop")
    expect(page.locator(".comment.mine .words")).to_have_text(DANGER)
    expect(page.locator("#write textarea")).to_have_value("")  # the copy in this tab was let go
    page.reload()
    expect(page.locator("#write textarea")).to_have_value("")


def test_a_preview_with_a_script_shows_one_panel_that_can_be_closed(another: Another) -> None:
    page = another()
    join(page, "finch of rain")
    page.goto("/answers/pushed/")
    write(page, f"{WORD} {DANGER}", "Preview")
    panel = page.locator("#write [data-urgent]")
    with page.expect_response("**/words/"):
        page.locator("#write textarea").press("End")
        page.keyboard.type(" Please")
    expect(panel).to_have_count(1)
    panel.get_by_role("button", name="I have seen this").press("Enter")
    expect(page.locator("#write .noticed li")).to_have_count(1)
    expect(panel.locator(".again")).to_be_visible()

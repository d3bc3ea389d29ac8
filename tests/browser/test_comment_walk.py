"""Taking part: write, look before posting, answer, change, take away, follow."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.joining import Another, join, write

pytestmark = pytest.mark.story


@pytest.fixture
def page(another: Another) -> Page:
    return another()


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


def test_who_follows_sees_what_is_new(page: Page, another: Another) -> None:
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

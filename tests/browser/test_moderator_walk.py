"""Vera signs in with her code, speaks under her badge, and removes what could hurt."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.demo.site import DemoSite
from tests.browser.joining import join, sign_in

PASSPHRASE = "a lamp in the kitchen window"


@pytest.fixture
def page(demo: DemoSite, browser: Browser) -> Iterator[Page]:
    context = demo.context(browser)
    yield context.new_page()
    context.close()


def test_sign_in_with_a_code_speak_and_remove(demo: DemoSite, browser: Browser, page: Page) -> None:
    member = demo.context(browser)
    told = member.new_page()
    join(told, "sharp magpie")
    told.goto("/answers/what-to-say/")
    told.locator("#write textarea").fill("You must throw her out tonight.")
    told.get_by_role("button", name="Post").click()

    sign_in(page, "Vera", PASSPHRASE)
    expect(page.get_by_role("heading", level=1)).to_have_text("One more step")
    page.goto("/answers/what-to-say/")
    expect(page.locator("#write")).to_have_count(0)
    page.goto("/sign-in/second-step/")
    page.get_by_label("Code from your authenticator app").fill(demo.code("Vera"))
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.wait_for_url("**/learn/")

    page.goto("/answers/what-to-say/")
    page.locator("#write textarea").fill("Let us stay with what we have lived.")
    page.get_by_role("button", name="Post").click()
    expect(page.locator(".comment.mine .badge")).to_have_text("volunteer moderator")
    bad = page.locator(".comment", has_text="You must throw her out tonight.")
    bad.get_by_role("link", name="Remove").click()
    page.get_by_label("Why is it removed?").fill(" ")
    page.get_by_role("button", name="Remove").click()
    expect(page.locator(".summary")).to_be_visible()
    page.get_by_label("Why is it removed?").fill("Advice: it tells another what to do.")
    page.get_by_role("button", name="Remove").click()
    page.wait_for_url("**/answers/what-to-say/*")

    told.reload()
    assert "throw her out" not in told.content()
    expect(told.locator(".comment", has_text="Let us stay").locator(".badge")).to_have_text("volunteer moderator")
    member.close()


def test_a_member_cannot_remove_anothers_words(demo: DemoSite, browser: Browser) -> None:
    context = demo.context(browser, "Alice")
    page = context.new_page()
    page.goto("/answers/coin/")
    expect(page.get_by_role("link", name="Remove")).to_have_count(0)
    key = (page.locator(".comment:not(.mine)").first.get_attribute("id") or "").removeprefix("c")
    for verb in ("remove", "edit", "delete"):
        answer = page.goto(f"/answers/comments/{key}/{verb}/")
        assert answer is not None
        assert answer.status == 404, verb
    context.close()

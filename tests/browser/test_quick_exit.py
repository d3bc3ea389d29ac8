from __future__ import annotations

from collections.abc import Callable

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import Browser, BrowserContext, Page, expect

from allies.accounts.models import Member
from allies.testing import make_member

SignIn = Callable[[BrowserContext, Member], str]
LEAVE = "header .doors .exit"


@pytest.fixture
def alice() -> Member:
    return make_member("alice")


def left(page: Page, away: str, key: str) -> None:
    """She is on the harmless site, and nothing of this one is left behind."""
    page.wait_for_url(away)
    expect(page.get_by_role("heading", name="Sunny")).to_be_visible()
    assert not Session.objects.filter(session_key=key).exists()
    assert page.context.cookies() == []


def test_by_the_button(
    page: Page, site: str, away: str, alice: Member, sign_in: SignIn, asked_of_away: list[dict[str, str]]
) -> None:
    key = sign_in(page.context, alice)
    page.goto("/")
    expect(page.get_by_role("heading", name="Good to see you, alice")).to_be_visible()
    page.click(LEAVE)
    left(page, away, key)
    assert asked_of_away
    assert not any(site in headers.get("Referer", "") for headers in asked_of_away)
    page.go_back()
    assert "alice" not in page.content()


def test_by_shift_three_times_alone(page: Page, away: str, alice: Member, sign_in: SignIn) -> None:
    key = sign_in(page.context, alice)
    page.goto("/")
    for keys in (
        ["Shift", "Shift", "a", "Shift", "Shift", "a"],
        ["Shift+a", "Shift", "Shift", "b"],
        ["Shift", "Shift", "Tab"],
    ):
        for pressed in keys:
            page.keyboard.press(pressed)
    expect(page.get_by_role("heading", name="Good to see you, alice")).to_be_visible()
    assert Session.objects.filter(session_key=key).exists()
    for _time in range(3):
        page.keyboard.press("Shift")
    left(page, away, key)


def test_three_presses_too_far_apart_do_nothing(page: Page, alice: Member, sign_in: SignIn) -> None:
    sign_in(page.context, alice)
    page.clock.install()
    page.goto("/")
    for _time in range(4):
        page.keyboard.press("Shift")
        page.clock.run_for(5500)
    expect(page.get_by_role("heading", name="Good to see you, alice")).to_be_visible()


def test_without_javascript(browser: Browser, site: str, away: str, alice: Member, sign_in: SignIn) -> None:
    context = browser.new_context(base_url=site, java_script_enabled=False)
    key = sign_in(context, alice)
    page = context.new_page()
    page.goto("/")
    page.click(LEAVE)
    left(page, away, key)
    context.close()


def test_as_the_first_thing_that_the_keyboard_reaches(page: Page, away: str, alice: Member, sign_in: SignIn) -> None:
    key = sign_in(page.context, alice)
    page.goto("/")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    focused = page.locator(":focus")
    expect(focused).to_have_text("Leave this page")
    expect(focused).to_be_in_viewport()
    page.keyboard.press("Enter")
    left(page, away, key)


def test_on_a_page_that_does_not_exist(page: Page, away: str, alice: Member, sign_in: SignIn) -> None:
    key = sign_in(page.context, alice)
    page.goto("/nowhere/at/all/")
    expect(page.get_by_role("heading", name="There is nothing at this address")).to_be_visible()
    page.click(LEAVE)
    left(page, away, key)


@pytest.mark.parametrize("path", ["/help/now/", "/"])
def test_scrolled_on_the_narrowest_phone(page: Page, away: str, alice: Member, sign_in: SignIn, path: str) -> None:
    key = sign_in(page.context, alice)
    page.set_viewport_size({"width": 320, "height": 480})
    page.goto(path)
    page.evaluate("scrollTo({top: document.body.scrollHeight, behavior: 'instant'})")
    button = page.locator(LEAVE)
    expect(button).to_be_in_viewport(ratio=1)
    assert (button.bounding_box() or {"height": 0})["height"] >= 44
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    button.click()
    left(page, away, key)


def test_covers_the_page_in_the_same_moment(page: Page, away: str, alice: Member, sign_in: SignIn) -> None:
    key = sign_in(page.context, alice)
    page.goto("/")
    press = """() => { document.querySelector("header .doors .exit").click();
                       return [getComputedStyle(document.body).display, document.title.trim()]; }"""
    assert page.evaluate(press) == ["none", ""]
    left(page, away, key)

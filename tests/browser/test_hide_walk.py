"""Notes are hidden at once and opened by a PIN, on a phone, with and without scripts."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.demo.site import DemoSite
from tests.browser.test_erase_walk import PASSPHRASE, look_at
from tests.browser.walking import Walker, walking

WORDS = "The kettle at half past three"
CLOSED = "Closed. What you wrote is not lost."


def set_up(alice: Walker) -> None:
    alice.visit("/me/")
    alice.follow("Close your notes")
    if alice.here.startswith("/me/confirm/"):
        alice.page.get_by_label("Passphrase").first.fill(PASSPHRASE)
        alice.push("Go on")
    look_at(alice, "lock")
    alice.look()
    alice.page.get_by_label("After 5 minutes").check()
    alice.page.get_by_label("New PIN").fill("7391")
    alice.push("Keep this")
    alice.sees("It holds on every device")


def begin(alice: Walker) -> str:
    alice.visit("/notes/journal/new/")
    here = alice.here
    alice.page.locator("textarea").first.fill(WORDS)
    return here


def open_by_pin(alice: Walker) -> None:
    alice.page.get_by_label("PIN").fill("7391")
    alice.push("Open")


@pytest.mark.parametrize("scripts", [True, False])
def test_hidden_at_once_and_opened_by_pin(fresh_demo: DemoSite, browser: Browser, scripts: bool) -> None:
    with walking(fresh_demo, browser, scripts=scripts) as cast:
        alice = cast["Alice"]
        set_up(alice)
        here = begin(alice)
        if scripts:
            expect(alice.page.locator("[data-keep-status]")).to_have_text("Saved as you write")
        look_at(alice, "hide-bar")
        alice.page.get_by_role("link", name="Hide now").click()
        alice.page.wait_for_url("**/me/lock/hidden/")
        look_at(alice, "hidden")
        alice.look()
        alice.reads_nothing_of(WORDS)
        if scripts:
            assert alice.page.evaluate("localStorage.getItem('hide')") is None
        alice.open(here, 403)
        alice.sees(CLOSED)
        look_at(alice, "closed")
        if scripts:
            alice.axe()
        alice.page.get_by_label("PIN").fill("9999")
        alice.push("Open")
        alice.sees("That is not your PIN. You have 4 more tries.")
        open_by_pin(alice)
        expect(alice.page).to_have_url(re.compile(re.escape(here)))
        if scripts:
            expect(alice.page.locator("textarea").first).to_have_value(WORDS)
        alice.faults = [fault for fault in alice.faults if "status of 403" not in fault]


def test_escape_twice_another_tab_and_words_that_came_too_late(fresh_demo: DemoSite, browser: Browser) -> None:
    with walking(fresh_demo, browser) as cast:
        alice = cast["Alice"]
        set_up(alice)
        here = begin(alice)
        other = alice.page.context.new_page()
        other.goto("/notes/")
        alice.page.keyboard.press("Escape")
        alice.page.wait_for_timeout(100)
        assert alice.here == here
        alice.page.keyboard.press("Escape")
        alice.page.wait_for_url("**/me/lock/hidden/")
        other.wait_for_url("**/me/lock/hidden/")
        alice.page.go_back()
        assert WORDS not in alice.page.content()
        alice.page.goto("/me/lock/hidden/")
        alice.follow("Open")
        open_by_pin(alice)
        expect(alice.page.locator("textarea").first).to_have_value(WORDS)
        alice.faults = [fault for fault in alice.faults if "status of 403" not in fault]


def test_a_page_that_nobody_looks_at_is_covered_and_closes(fresh_demo: DemoSite, browser: Browser) -> None:
    with walking(fresh_demo, browser) as cast:
        alice = cast["Alice"]
        set_up(alice)
        alice.page.clock.install()
        alice.page.goto("/notes/")
        away = "Object.defineProperty(document, 'hidden', {value: %s, configurable: true});"
        turn = away + "document.dispatchEvent(new Event('visibilitychange'))"
        covered = "document.documentElement.hasAttribute('data-covered')"
        expect(alice.page.get_by_role("link", name="Hide now")).to_be_visible()
        alice.page.wait_for_timeout(300)
        alice.page.evaluate(turn % "true")
        assert alice.page.evaluate(covered)
        alice.page.evaluate(turn % "false")
        assert not alice.page.evaluate(covered)
        alice.page.clock.fast_forward("05:10")
        alice.page.wait_for_url("**/me/lock/hidden/")
        alice.open("/notes/", 403)
        alice.sees(CLOSED)

"""The forms through which people come in and speak."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page

Another = Callable[[], Page]  # opens a page in a browser of its own
PASSPHRASE = "a paper kite over wet sand"


def fill_in_joining(page: Page, name: str) -> None:
    page.get_by_label("Pseudonym").fill(name)
    page.get_by_label("Passphrase").fill(PASSPHRASE)
    for tick in ("I am 18 or older.", "I have read this and know its limits.", "I agree."):
        page.get_by_label(tick).check()


def join(page: Page, name: str) -> None:
    page.goto("/join/")
    fill_in_joining(page, name)
    page.get_by_role("button", name="Join").click()
    page.get_by_role("link", name="I have kept them, go on").click()


def sign_in(page: Page, name: str, passphrase: str = PASSPHRASE) -> None:
    page.goto("/sign-in/")
    page.get_by_label("Pseudonym").fill(name)
    page.get_by_label("Passphrase").fill(passphrase)
    page.get_by_role("button", name="Sign in", exact=True).click()


def write(page: Page, words: str, button: str = "Post") -> None:
    page.locator("#write textarea").fill(words)
    page.locator("#write").get_by_role("button", name=button, exact=True).click()

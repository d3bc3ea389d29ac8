"""The forms through which people come in."""

from __future__ import annotations

from playwright.sync_api import Page

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

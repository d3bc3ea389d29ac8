"""Pages as they are when something was wrong: each form with its errors, and each error page."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.demo.site import DemoSite
from tests.browser.inspecting import Inspector

FORMS = {  # who, where, what is typed into it, and the button
    "join": ("", "/join/", {"Pseudonym": "Anna Maria Schmidt", "Passphrase": "short"}, "Join"),
    "sign-in": ("", "/sign-in/", {"Pseudonym": "nobody", "Passphrase": "nothing at all"}, "Sign in"),
    "recover": ("", "/recover/", {"Pseudonym": "nobody", "Recovery code": "1-2-3"}, "Set the new passphrase"),
    "comment": ("Alice", "/answers/coin/", {"Add what you have lived": "  "}, "Post"),
    "name": ("Alice", "/me/name/", {"Pseudonym": "Bob"}, "Use this name"),
    "e-mail": ("Alice", "/me/email/", {"E-mail": "not an address"}, "Keep this address"),
    "passphrase": ("Alice", "/me/passphrase/", {"New passphrase": "password1234"}, "Set the new passphrase"),
    "app": ("Alice", "/me/second-step/app/", {"Code from your authenticator app": "1"}, "Set it up"),
    "confirm": ("Alice", "/me/confirm/", {"Passphrase": "wrong"}, "Go on"),
    "removal": ("Vera", "/answers/comments/1/remove/", {"Why is it removed?": " "}, "Remove"),
}
FAULTS = {"/nowhere/": 404, "/broken/400/": 400, "/broken/403/": 403, "/broken/413/": 413, "/broken/500/": 500}


@pytest.fixture
def inspectors(demo: DemoSite, browser: Browser) -> Iterator[dict[str, Inspector]]:
    contexts = {name: demo.context(browser, name) for name in ("", "Alice", "Vera")}
    yield {name: Inspector(context, demo.url) for name, context in contexts.items()}
    for context in contexts.values():
        context.close()


@pytest.mark.parametrize("form", FORMS)
def test_a_refused_form(inspectors: dict[str, Inspector], form: str) -> None:
    name, path, typed, button = FORMS[form]
    inspector = inspectors[name]
    inspector.open(path)
    for label, words in typed.items():
        inspector.page.locator("main").get_by_label(label, exact=True).fill(words)
    inspector.page.locator("main").get_by_role("button", name=button, exact=True).click()
    summary = inspector.page.locator("main .summary, main .notice[role=alert]").first
    expect(summary).to_be_visible()
    expect(inspector.page.locator(".field.wrong .error, main .summary li").first).to_be_visible()
    inspector.fits()
    inspector.axe()
    faults = [fault for fault in inspector.faults if "status of 422" not in fault]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize(("path", "status"), FAULTS.items())
def test_an_error_page(inspectors: dict[str, Inspector], path: str, status: int) -> None:
    inspector = inspectors[""]
    inspector.open(path, status)
    inspector.fits()
    inspector.axe()
    assert not inspector.faults, "\n".join(inspector.faults)


def test_a_form_that_was_open_too_long(inspectors: dict[str, Inspector]) -> None:
    inspector = inspectors["Alice"]
    inspector.open("/answers/coin/")
    inspector.page.context.clear_cookies(name="form")
    inspector.page.get_by_role("button", name="Follow").click()
    expect(inspector.page.get_by_role("heading", level=1)).to_have_text("This form was open too long")
    inspector.fits()
    inspector.axe()
    faults = [fault for fault in inspector.faults if "status of 403" not in fault]
    assert not faults, "\n".join(faults)

"""A member takes her data out and erases her account, on a phone, with and without scripts."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.demo.site import DemoSite
from tests.browser.walking import Walker, walking

PASSPHRASE = "a lamp in the kitchen window"


def look_at(walker: Walker, name: str) -> None:
    """A picture of the page, when a folder for them is named."""
    if folder := os.environ.get("PICTURES"):
        walker.page.screenshot(path=str(Path(folder) / f"{name}.png"), full_page=True)


def confirm(walker: Walker) -> None:
    """The passphrase, unless this session gave it a moment ago."""
    walker.page.wait_for_url(re.compile("/me/(confirm|my-data)/"))
    if walker.here.startswith("/me/confirm/"):
        walker.page.get_by_label("Passphrase").first.fill(PASSPHRASE)
        walker.push("Go on")


@pytest.mark.parametrize("scripts", [True, False])
def test_taking_it_along_and_erasing_it(fresh_demo: DemoSite, browser: Browser, scripts: bool) -> None:
    with walking(fresh_demo, browser, scripts=scripts) as cast:
        alice = cast["Alice"]
        alice.visit("/me/")
        alice.follow("Your data")
        confirm(alice)
        look_at(alice, "my-data")
        alice.look()
        with alice.page.expect_download() as coming:
            alice.push("Save the complete file")
        told = json.loads(coming.value.path().read_text())
        assert (told["member"]["pseudonym"], told["complete"]) == ("Alice", True)
        alice.visit("/me/erase/")
        look_at(alice, "erase")
        alice.look()
        alice.page.get_by_label("Everything, my account too").check()
        alice.page.get_by_label("Your pseudonym").fill("Alicia")
        alice.push("Erase it now")
        alice.sees("That is not your pseudonym here")
        alice.page.get_by_label("Your pseudonym").fill("alice")
        alice.push("Erase it now")
        alice.sees("It is gone")
        look_at(alice, "gone")
        alice.open("/me/")
        assert alice.here.startswith("/sign-in/")

"""The notebook in a browser: four taps, words saved while they are written, two devices, and no script."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from allies.accounts.models import Member
from allies.notebook.models import Entry
from allies.testing import make_member

pytestmark = pytest.mark.django_db(transaction=True)
SignIn = Callable[[BrowserContext, Member], str]


def test_two_devices_lose_nothing(browser: Browser, site: str, sign_in: SignIn) -> None:
    alice = make_member("alice")
    phone, desk = browser.new_context(), browser.new_context()
    pages = []
    for context in (phone, desk):
        sign_in(context, alice)
        pages.append(context.new_page())
    one, two = pages
    one.goto(f"{site}/notes/journal/new/")
    one.get_by_label("Write as it comes").fill("The kettle sang.")
    expect(one.locator("[data-keep-status]")).to_have_text("Saved as you write")
    two.goto(f"{site}/notes/journal/")
    two.get_by_role("link", name="The kettle sang.").click()
    two.get_by_label("Write as it comes").fill("The kettle sang. He slept.")
    expect(two.locator("[data-keep-status]")).to_have_text("Saved as you write")
    one.get_by_label("How are you, from 0 to 10?").fill("6")
    expect(one.get_by_label("Write as it comes")).to_have_value("The kettle sang. He slept.")
    one.get_by_role("button", name="Keep it").click()
    expect(one.get_by_text("It is kept.")).to_be_visible()
    given = Entry.objects.of(alice).get().given
    assert (given["what"], given["mood"]) == ("The kettle sang. He slept.", "6")
    phone.close()
    desk.close()


def test_a_lost_connection_keeps_the_words(page: Page, context: BrowserContext, site: str, sign_in: SignIn) -> None:
    alice = make_member("alice")
    sign_in(context, alice)
    page.goto(f"{site}/notes/journal/new/")
    page.route("**/keep/", lambda route: route.abort())
    page.get_by_label("Write as it comes").fill("Written in a tunnel")
    expect(page.locator("[data-keep-status]")).to_have_text("Kept on this device until you leave")
    page.unroute("**/keep/")
    page.reload()
    expect(page.get_by_label("Write as it comes")).to_have_value("Written in a tunnel")
    expect(page.locator("[data-keep-status]")).to_have_text("Saved as you write")
    assert Entry.objects.of(alice).get().given["what"] == "Written in a tunnel"


@pytest.mark.parametrize("script", [True, False])
def test_four_taps(browser: Browser, site: str, sign_in: SignIn, script: bool) -> None:
    alice = make_member("alice")
    context = browser.new_context(java_script_enabled=script, viewport={"width": 360, "height": 740})
    sign_in(context, alice)
    page = context.new_page()
    page.goto(f"{site}/notes/")
    page.get_by_role("link", name="Note this moment").click()
    expect(page.get_by_label("Which day?")).to_be_hidden()
    expect(page.get_by_role("button", name="Keep it")).to_be_in_viewport()
    for tap in ("Not using", "Yesterday", "Said something kind", "We talked"):
        page.get_by_text(tap, exact=True).click()
    page.get_by_role("button", name="Keep it").click()
    expect(page).to_have_url(re.compile(r"/notes/days/\?saved="))
    entry = Entry.objects.of(alice).get()
    assert (entry.given["i_did"], entry.given["followed"]) == (["praised"], ["talked"])
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    context.close()

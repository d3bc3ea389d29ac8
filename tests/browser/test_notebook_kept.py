"""Words of the notebook that meet while they are saved: all of them stay, and none stands there twice."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from allies.accounts.models import Member
from allies.notebook.models import Entry
from allies.testing import make_member

pytestmark = pytest.mark.django_db(transaction=True)
SignIn = Callable[[BrowserContext, Member], str]


@pytest.fixture
def context(browser: Browser, site: str) -> Iterator[BrowserContext]:
    """Without its worker, so that what the page asks for can be held."""
    opened = browser.new_context(base_url=site, locale="en-US", service_workers="block")
    yield opened
    opened.close()


def test_words_typed_before_the_script_came_stand_beside_an_unsent_copy(
    page: Page, context: BrowserContext, site: str, sign_in: SignIn
) -> None:
    alice = make_member("alice")
    sign_in(context, alice)
    page.goto(f"{site}/notes/journal/new/")
    page.route("**/keep/", lambda route: route.abort())
    box, said = page.get_by_label("Write as it comes"), page.locator("[data-keep-status]")
    box.fill("Written in a tunnel")
    expect(said).to_have_text("Kept on this device until you leave")
    page.evaluate("() => { window.fetch = () => Promise.reject(new Error()); }")
    held: list[Route] = []
    page.route("**/keep*.js", lambda route: held.append(route))
    page.goto(page.url)
    box.fill("Typed at once")
    page.unroute("**/keep/")
    page.route("**/keep*.js", lambda route: route.continue_())
    for each in held:
        each.continue_()
    expect(said).to_have_text("Saved as you write")
    expect(box).to_have_value("Written in a tunnel\n\nTyped at once")
    assert Entry.objects.of(alice).get().given["what"] == "Written in a tunnel\n\nTyped at once"


def test_who_writes_on_while_the_other_device_is_heard_doubles_nothing(
    page: Page, context: BrowserContext, site: str, sign_in: SignIn
) -> None:
    alice = make_member("alice")
    sign_in(context, alice)
    page.goto(f"{site}/notes/journal/new/")
    box, said = page.get_by_label("Write as it comes"), page.locator("[data-keep-status]")
    box.fill("The kettle sang.")
    expect(said).to_have_text("Saved as you write")
    entry = Entry.objects.of(alice).get()
    entry.given = entry.given | {"what": "From the phone."}
    entry.version += 1
    entry.save()

    def slowly(route: Route) -> None:
        answer = route.fetch()
        box.press_sequentially(" And slept.")
        route.fulfill(response=answer)

    page.route("**/keep/", slowly, times=1)
    box.fill("The kettle sang. He came.")
    expect(box).to_have_value("From the phone.\n\nThe kettle sang. He came. And slept.")
    expect(said).to_have_text("Saved as you write")
    assert Entry.objects.of(alice).get().given["what"] == box.input_value()

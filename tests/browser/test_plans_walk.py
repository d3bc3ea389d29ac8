"""Plans and requests in a browser: folded forms, a look at the words while they are written, the card for a yes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.demo.site import DemoSite
from tests.browser.inspecting import Inspector

KIT = {
    "o1_name": "The clinic by the river",
    "o1_phone": "555-0100",
    "o1_first": "Thursday at nine, or walk in until four",
    "o1_cost": "Insurance pays. Bring the card.",
    "o2_name": "Dr Adler",
    "o2_phone": "555-0147, after five",
    "words": "I am glad. I have a number here. Shall we call together?",
    "pack": "Papers\nInsurance card\nPhone and charger\nClothes for three days",
    "drives": "Ada, 555-0122",
}
PLAN = {
    "signs": "He walks up and down and slams doors.",
    "step": "I take my keys and go next door.",
    "exit": "The back door. From the bath: the window.",
    "bag": "With Ada",
    "kept": "Kitchen, top shelf",
    "numbers": "Ada 555-0122\nBen 555-0133",
}


@pytest.fixture
def inspector(demo: DemoSite, browser: Browser) -> Iterator[Inspector]:
    context = demo.context(browser, "Bob")
    yield Inspector(context, demo.url)
    context.close()


def unfolded(page: Page) -> None:
    while (closed := page.locator("details.fold:not([open]) > summary")).count():
        closed.first.click()


def fill(page: Page, slug: str, given: dict[str, str]) -> None:
    page.goto(f"/notes/{slug}/new/")
    unfolded(page)
    for name, words in given.items():
        page.locator(f"#id_{name}").fill(words)


def kept(page: Page) -> None:
    page.get_by_role("button", name="Keep it").click()
    expect(page.locator(".messages")).to_contain_text("It is kept.")


def seen(inspector: Inspector, path: str) -> None:
    inspector.open(path)
    unfolded(inspector.page)
    inspector.fits()
    inspector.axe()


def test_the_plan_and_the_card(inspector: Inspector) -> None:
    page = inspector.page
    for path in ("/notes/safety/", "/notes/readiness/", "/notes/readiness/yes/"):
        seen(inspector, path)  # while there is nothing
    for slug, given in (("safety", PLAN), ("readiness", KIT)):
        fill(page, slug, given)
        kept(page)
        seen(inspector, f"/notes/{slug}/")
        inspector.open(f"/notes/{slug}/new/")
        seen(inspector, page.url.removeprefix(inspector.site))
    seen(inspector, "/notes/readiness/yes/")
    assert page.locator('.yes-card a[href="tel:5550100"]').is_visible()
    page.goto("/notes/readiness/")
    page.get_by_role("link", name="What you say when the answer is no").click()
    expect(page.locator("#id_plan_b")).to_be_visible()
    assert not inspector.faults, "\n".join(inspector.faults)


def test_the_enter_key_keeps_the_kit(inspector: Inspector) -> None:
    page = inspector.page
    fill(page, "readiness", {"o1_name": "Dr Adler"})
    page.locator("#id_o1_name").press("Enter")
    expect(page.locator(".messages")).to_contain_text("It is kept.")


def test_a_request_grows_from_pieces(inspector: Inspector) -> None:
    page = inspector.page
    fill(page, "requests", {"what": "Please call me by ten tonight", "feeling": "worried"})
    page.get_by_role("button", name="Put my pieces together").click()
    words = page.locator("#id_words")
    expect(words).to_have_value("I feel worried. Please call me by ten tonight.")
    expect(page.locator(".beside-check .has")).to_contain_text("My feeling")
    expect(page.get_by_role("button", name="See what it has")).to_be_hidden()
    words.press("End")
    words.press_sequentially(" I can drive you on Monday.")
    expect(page.locator(".beside-check .has")).to_contain_text("An offer")
    expect(page.locator("[data-keep-status]")).to_have_text("Saved as you write")
    inspector.axe()
    page.get_by_role("button", name="Say it aloud").click()
    seen(inspector, page.url.removeprefix(inspector.site).partition("#")[0])
    expect(page.locator("#sentence")).to_have_text("I feel worried.")
    for _sentence in range(2):
        page.get_by_role("link", name="Next sentence").click()
    page.get_by_role("button", name="I have said it").click()
    expect(page.locator("[name=aloud][value=yes]")).to_be_checked()
    expect(words).to_have_value("I feel worried. Please call me by ten tonight. I can drive you on Monday.")
    assert not inspector.faults, "\n".join(inspector.faults)

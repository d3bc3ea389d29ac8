"""The seed story's week, lived by its mother on a phone: the coin, the hug, the night meeting, the text at 3:30, the
neutral answer, the boundary kept, her own meeting kept, and what a month of notes shows."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.demo.site import DemoSite
from tests.browser.inspecting import Inspector
from tests.browser.walking import PHONE

pytestmark = pytest.mark.story


def answers(page: Page, *taps: str) -> None:
    page.goto("/now/")
    expect(page.locator("fieldset:visible")).to_have_count(1)  # the script has come
    for each in taps:
        page.locator("label:visible", has_text=re.compile(rf"^{re.escape(each)}$")).tap()


def stance(page: Page, title: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(title)


def keep(page: Page) -> None:
    page.get_by_role("button", name="Keep it").click()
    expect(page.get_by_text("It is kept.")).to_be_visible()


def the_coin(page: Page) -> None:
    answers(
        page,
        "They reached something: a coin, a week, a month",
        "No",
        "No",
        "They are in treatment",
        "Neither",
        "Calm enough",
    )
    stance(page, "Make this moment a good one")
    expect(page.locator("main")).not_to_contain_text("Call 911")
    page.get_by_text("A good time", exact=True).tap()
    page.get_by_role("button", name="Keep this in my notes").tap()
    page.wait_for_url("**/notes/days/**")
    page.goto("/notes/rewards/new/")
    page.get_by_label("What could you give?").fill("A hug, and that I am proud of the coin")
    page.get_by_label("What did you say?").fill("Twenty-four hours. I am proud of you.")
    keep(page)


def the_boundary(page: Page) -> None:
    page.goto("/notes/boundaries/")
    page.get_by_role("link", name="Please call before you come over.").click()
    page.get_by_role("button", name="I kept it").click()
    page.goto("/notes/boundaries/")
    expect(page.locator("main")).to_contain_text("kept 5 of 5 times")


def the_night_meeting(page: Page) -> None:
    answers(
        page,
        "They ask me for help",
        "No",
        "We are not in the same place",
        "They are in treatment",
        "Neither",
        "Calm enough",
    )
    stance(page, "Offer help, short and calm")
    expect(page.locator("main")).to_contain_text("step back")


def the_text_at_half_past_three(page: Page) -> None:
    answers(
        page, "They did not go", "No", "We are not in the same place", "They are in treatment", "Neither", "Worn out"
    )
    stance(page, "Step back")
    said = page.locator("[data-slot='say']")
    expect(said).to_be_visible()
    expect(said).not_to_contain_text("why")
    expect(page.locator("[data-slot='closed']")).to_be_visible()


def her_own_evening(page: Page) -> None:
    page.goto("/notes/journal/new/")
    page.get_by_label("Write as it comes").fill("I wrote one kind line and put the phone away.")
    page.get_by_label("How are you, from 0 to 10?").fill("6")
    keep(page)
    page.goto("/notes/goals/")
    page.get_by_role("link", name="My own meeting on Thursday evening").click()
    expect(page.get_by_label("Done", exact=True)).to_be_checked()


def the_month(page: Page) -> None:
    page.goto("/notes/days/patterns/")
    expect(page.get_by_text("At night there was use on")).to_be_visible()
    page.goto("/notes/days/month/")
    expect(page.locator("main")).to_contain_text("The rest is not known.")


def test_the_week_of_the_coin(fresh_demo: DemoSite, browser: Browser) -> None:
    context = fresh_demo.context(browser, "HarborLight", viewport=PHONE, has_touch=True)
    inspector = Inspector(context, fresh_demo.url)
    page = inspector.page
    for lived in (
        the_coin,
        the_boundary,
        the_night_meeting,
        the_text_at_half_past_three,
        her_own_evening,
        the_month,
    ):
        lived(page)
        inspector.axe()
    assert not inspector.faults, "\n".join(inspector.faults)
    context.close()

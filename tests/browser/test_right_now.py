"""“What can I do right now?” on a phone at night, with and without scripts."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.demo.site import DemoSite
from tests.browser.inspecting import Inspector
from tests.browser.walking import PHONE

NIGHT = "2026-03-14T03:30:00"


@pytest.fixture
def inspector(demo: DemoSite, browser: Browser) -> Iterator[Inspector]:
    context = demo.context(browser, "Alice", viewport=PHONE, has_touch=True)
    found = Inspector(context, demo.url)
    found.page.clock.install(time=NIGHT)
    yield found
    context.close()


def tap(page: Page, *answers: str) -> None:
    for answer in answers:
        page.locator("label:visible", has_text=re.compile(rf"^{re.escape(answer)}$")).tap()


def test_at_night_on_a_phone(inspector: Inspector) -> None:
    page = inspector.page
    inspector.open("/")
    page.get_by_role("link", name="Now", exact=True).tap()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    expect(page.locator("fieldset:visible")).to_have_count(1)
    heights = (
        "() => [...document.querySelectorAll('.asking label')].filter((e) => e.offsetHeight).map((e) => e.offsetHeight)"
    )
    assert min(page.evaluate(heights)) >= 56
    tap(page, "They did not go", "No", "We are not in the same place", "They are in treatment", "Neither", "Worn out")
    expect(page.get_by_role("heading", level=1)).to_be_focused()
    expect(page.get_by_role("heading", level=1)).to_have_text("Step back")
    assert page.url.endswith("/now/")
    assert page.evaluate("history.state") is None
    inspector.fits()
    inspector.axe()
    assert not inspector.faults, "\n".join(inspector.faults)


def test_danger_is_answered_at_once_and_can_be_changed(inspector: Inspector) -> None:
    page = inspector.page
    inspector.open("/now/")
    expect(page.locator("fieldset:visible")).to_have_count(1)  # the script has come
    tap(page, "They may have taken too much, or I cannot wake them")
    expect(page.get_by_role("link", name="Call 911").first).to_be_in_viewport()
    inspector.axe()
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    page.get_by_role("button", name="Change an answer").click()
    tap(page, "They ask me for help", "No", "No", "They are thinking about it", "We live together, no children there")
    tap(page, "Calm enough")
    page.get_by_role("button", name="Rehearse").tap()
    expect(page.locator("dialog")).to_contain_text("I'm glad you asked me.")
    page.get_by_role("button", name="Next sentence").tap()
    page.get_by_role("button", name="Close").tap()
    page.get_by_text("A good time", exact=True).tap()
    page.get_by_role("button", name="Keep this in my notes").tap()
    page.wait_for_url("**/notes/days/**")
    expect(page.locator("main")).to_contain_text("Not using")
    assert not inspector.faults, "\n".join(inspector.faults)


def test_by_keyboard_arrows_choose_and_do_not_go_on(inspector: Inspector) -> None:
    page = inspector.page
    inspector.open("/now/")
    expect(page.locator("fieldset:visible")).to_have_count(1)  # the script has come
    page.keyboard.press("Tab")
    for _time in range(3):
        page.keyboard.press("ArrowDown")
    expect(page.locator("legend:visible")).to_have_text("What is happening?")
    page.get_by_role("radio", name="We are fighting").press("Space")
    page.get_by_role("button", name="Next").press("Enter")
    expect(page.locator("legend:visible")).to_have_text("Has anyone been hurt or threatened by them?")
    page.get_by_role("button", name="Back").press("Enter")
    expect(page.get_by_role("radio", name="We are fighting")).to_be_checked()


def test_without_scripts(demo: DemoSite, browser: Browser) -> None:
    context = demo.context(browser, "Bob", viewport=PHONE, java_script_enabled=False)
    page = context.new_page()
    page.goto("/now/")
    page.get_by_label("They reached something").check()
    page.locator("[name=now][value=not_using]").check()
    page.get_by_role("button", name="Show what helps").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Make this moment a good one")
    assert page.url.endswith("/now/")
    context.close()

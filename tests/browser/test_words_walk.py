"""While somebody writes: thoughts under the box, help before all of them, and nothing that gets in the way."""

from __future__ import annotations

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Locator, Page, expect

from tests.browser.inspecting import AXE, RULES
from tests.browser.joining import Another, join

WORD = "He is a junkie."
NUMBER = "My number is 602-555-0173."
DANGER = "He is not breathing and his lips are blue."


@pytest.fixture
def page(another: Another) -> Page:
    return another()


def box(page: Page, name: str, answer: str) -> Locator:
    join(page, name)
    page.goto(f"/answers/{answer}/")
    area = page.locator("#write textarea")
    area.click()
    return area


def thought(page: Page, words: str) -> Locator:
    return page.locator("#write .noticed li", has=page.locator(".quote", has_text=words))


def is_accessible(page: Page) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.evaluate(AXE_SCRIPT)
    assert page.evaluate(AXE, RULES) == []


def test_one_tap_takes_another_word_and_undo_brings_mine_back(page: Page) -> None:
    area = box(page, "late fieldfare", "bottle")
    area.press_sequentially(f"So tired 😀 of it.\n{WORD} And on we go")
    offer = thought(page, "junkie").locator("[data-use]").first
    words = str(offer.get_attribute("data-use"))
    expect(page.locator("#write .marks mark")).to_have_text(["a junkie"])
    is_accessible(page)
    page.wait_for_timeout(600)  # a tap right after the list came was meant for something else
    offer.click()
    changed = f"So tired 😀 of it.\nHe is {words}. And on we go"
    expect(area).to_have_value(changed)
    expect(thought(page, "junkie")).to_have_count(0)
    expect(page.locator("#write [data-draft-status]")).to_have_text("Draft saved")
    page.keyboard.type(" on.")  # the caret is still where she was writing
    expect(area).to_have_value(f"{changed} on.")
    page.keyboard.press("Control+z")
    page.keyboard.press("Control+z")
    expect(area).to_have_value(f"So tired 😀 of it.\n{WORD} And on we go")


def test_what_is_kept_stays_kept(page: Page) -> None:
    area = box(page, "russet heron", "bribe")
    area.press_sequentially(WORD)
    thought(page, "junkie").get_by_role("button", name="Keep mine").press("Enter")
    expect(page.locator("#write .noticed")).to_have_count(0)
    expect(area).to_be_focused()
    area.press_sequentially(f" {NUMBER}")
    expect(thought(page, "602-555-0173")).to_contain_text("a phone number")
    expect(thought(page, "junkie")).to_have_count(0)
    expect(area).to_have_value(f"{WORD} {NUMBER}")


def test_urgent_help_comes_before_every_thought_and_blocks_nothing(page: Page) -> None:
    area = box(page, "silver grebe", "awake")
    area.press_sequentially(f"{WORD} {DANGER}")
    panel = page.locator("#write [data-urgent]")
    expect(panel.locator(".call").first).to_be_in_viewport()
    expect(panel.locator(".do")).to_contain_text("naloxone")
    expect(page.locator("#write [role=alert]")).to_contain_text("call 911")
    expect(page.locator("#write .noticed")).to_be_hidden()
    expect(page.locator("#write .marks mark")).to_have_count(0)
    expect(area).to_be_focused()
    page.keyboard.type(" I am with him.")
    expect(area).to_have_value(f"{WORD} {DANGER} I am with him.")
    is_accessible(page)
    panel.get_by_role("button", name="I have seen this").press("Enter")
    expect(thought(page, "junkie")).to_be_visible()
    expect(panel.locator(".call").first).to_be_hidden()
    area.press_sequentially(" And I want to kill myself.")
    expect(panel.locator("h3", has_text="want to die")).to_be_visible()
    expect(page.locator("#write .noticed")).to_be_hidden()


def test_by_keyboard_alone(page: Page) -> None:
    area = box(page, "dusky plover", "pushed")
    page.keyboard.type(WORD)
    expect(thought(page, "junkie")).to_be_visible()
    page.keyboard.press("Tab")
    expect(thought(page, "junkie").locator(".quote")).to_be_focused()
    page.keyboard.press("Enter")
    expect(area).to_be_focused()
    assert area.evaluate("(area) => area.value.slice(area.selectionStart, area.selectionEnd)") == "a junkie"
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(area).not_to_have_value(WORD)

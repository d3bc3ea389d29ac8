"""A whole journey by the keyboard alone, on a phone's width: what has the focus is always seen."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.demo.site import DemoSite

FAULTS = """() => {
    const element = document.activeElement, box = element.getBoundingClientRect(), style = getComputedStyle(element);
    const reached = [...element.getClientRects()].some((line) => element.contains(document.elementFromPoint(
        line.x + Math.min(line.width / 2, 20), Math.min(line.y + line.height / 2, innerHeight - 2))));
    return [
        [box.bottom <= 0 || box.top >= innerHeight || box.width === 0, 'out of sight'],
        [style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2, 'no visible focus'],
        [!reached, 'covered'],
    ].filter(([wrong]) => wrong).map(([_wrong, words]) => `${words}: ${element.outerHTML.slice(0, 120)}`);
}"""


@pytest.fixture
def page(demo: DemoSite, browser: Browser) -> Iterator[Page]:
    context = demo.context(browser, "HarborLight", viewport={"width": 360, "height": 640}, reduced_motion="reduce")
    yield context.new_page()
    context.close()


def tab_to(page: Page, selector: str, most: int = 80) -> None:
    """Press Tab until `selector` has the focus; each stop on the way must be visible, outlined and not covered."""
    for _time in range(most):
        page.keyboard.press("Tab")
        for _moment in range(20):  # the page may still be moving there
            if not (faults := page.evaluate(FAULTS)):
                break
            page.wait_for_timeout(100)
        assert faults == []
        if page.evaluate("(selector) => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"{selector} is not reached")


def test_read_answer_comment_and_learn_by_keyboard(page: Page) -> None:
    page.goto("/answers/")
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Skip to the page")
    page.keyboard.press("Enter")
    tab_to(page, "a[href='/answers/coin/']")
    page.keyboard.press("Enter")
    page.wait_for_url("**/answers/coin/")
    tab_to(page, "a[href='#write']")  # past the conversation, however long
    page.keyboard.press("Enter")
    tab_to(page, "#write textarea", most=3)
    page.keyboard.type("He called first this time.")
    tab_to(page, "#write button.go", most=3)
    page.keyboard.press("Enter")
    expect(page.locator(".comment.mine", has_text="He called first this time.")).to_be_visible()

    page.goto("/answers/coin/")
    tab_to(page, "a.pointer")
    page.keyboard.press("Enter")
    page.wait_for_url("**/learn/not-using-right-now/*/")
    tab_to(page, "#done button.go")
    page.keyboard.press("Enter")
    expect(page.locator("#done")).to_contain_text("You have done this lesson.")


@pytest.mark.parametrize("path", ["/", "/learn/", "/me/", "/me/sessions/", "/safety/", "/help/now/"])
def test_no_stop_of_the_tab_key_is_hidden(page: Page, path: str) -> None:
    page.goto(path)
    tab_to(page, "footer li:last-child a")


def test_the_order_is_the_order_of_reading(page: Page) -> None:
    page.goto("/answers/")
    order = []
    for _time in range(4):
        page.keyboard.press("Tab")
        order.append(page.locator(":focus").inner_text().strip())
    assert order[:2] == ["Skip to the page", "Leave this page"]
    assert order[3] == "Urgent help"
    assert page.evaluate("[...document.querySelectorAll('[tabindex]')].every((each) => each.tabIndex <= 0)")

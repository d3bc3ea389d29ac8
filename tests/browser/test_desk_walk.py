"""A moderator at night, on a phone, without JavaScript: a report, an alert, and nothing more than is needed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.demo.site import DemoSite
from tests.browser.inspecting import Inspector

PHONE = {"viewport": {"width": 360, "height": 740}, "java_script_enabled": False}
ANSWER = "/answers/what-to-say/"


@pytest.fixture
def context(fresh_demo: DemoSite, browser: Browser) -> Iterator[BrowserContext]:
    opened = fresh_demo.context(browser, "Vera", **PHONE)
    yield opened
    opened.close()


def report(demo: DemoSite, browser: Browser, reason: str, words: str, number: int) -> str:
    """Bob asks for a look at somebody's comment; returns its words."""
    member = demo.context(browser, "Bob", **PHONE)
    page = member.new_page()
    page.goto(ANSWER)
    comment = page.locator(".comment:not(.mine):not(.gone)").nth(number)
    said = comment.locator(".words").first.inner_text().strip()
    page.goto(f"/answers/comments/{(comment.get_attribute('id') or '').removeprefix('c')}/report/")
    page.get_by_label(reason).check()
    page.locator("textarea[name=words]").fill(words)
    page.get_by_role("button", name="Send").click()
    member.close()
    return said.splitlines()[0][:30]


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def test_a_report_is_taken_and_sent_back(fresh_demo: DemoSite, browser: Browser, context: BrowserContext) -> None:
    said = report(fresh_demo, browser, "It tells somebody what to do", "It felt like an order.", 0)
    page = context.new_page()
    page.goto("/me/")
    page.get_by_role("link", name="Desk").click()
    press(page, "Take the next one")
    expect(page.locator(".case")).to_contain_text(said)
    expect(page.get_by_text("It felt like an order.")).to_be_visible()
    page.get_by_role("link", name="Ask to rephrase").click()
    press(page, "Advice")
    expect(page.get_by_label("Words for the member")).to_contain_text("what helped me")
    press(page, "Send it back")
    expect(page.get_by_role("status")).to_contain_text("It went back to its writer.")
    member = fresh_demo.context(browser, "HarborLight", **PHONE)
    other = member.new_page()
    other.goto(ANSWER)
    expect(other.locator(".comment .words", has_text=said)).to_have_count(0)
    member.close()


def test_an_alert_is_taken_answered_and_closed(fresh_demo: DemoSite, browser: Browser, context: BrowserContext) -> None:
    said = report(fresh_demo, browser, "Somebody may be in danger", "", 1)
    page = context.new_page()
    page.goto("/desk/")
    page.locator(".notice.urgent").get_by_role("link", name="Open it").first.click()
    expect(page.get_by_text(said)).to_have_count(0)
    press(page, "I take it")
    expect(page.locator(".case")).to_contain_text(said)
    press(page, "I am here")
    press(page, "Post the reply")
    expect(page.get_by_text("First response within a minute.")).to_be_visible()
    page.get_by_label("What was done").fill("Answered under the comment.")
    press(page, "Close the alert")
    expect(page.get_by_role("heading", name="Lately closed")).to_be_visible()
    page.goto(ANSWER)
    expect(page.get_by_text("I read what you wrote, and I am here.")).to_be_visible()


def test_every_page_of_the_desk_holds(fresh_demo: DemoSite, browser: Browser) -> None:
    report(fresh_demo, browser, "It is unkind", "It made me sad.", 2)
    context = fresh_demo.context(browser, "Edda")
    inspector = Inspector(context, fresh_demo.url)
    inspector.open("/desk/")
    inspector.page.get_by_role("button", name="Take the next one").click()
    mine = inspector.page.url.removeprefix(fresh_demo.url)
    for path in (mine, *(f"{mine}{act}/" for act in ("return", "remove", "hide", "pause", "propose-closing"))):
        inspector.open(path)
        inspector.fits()
        inspector.axe()
    inspector.open(mine)
    inspector.page.get_by_role("button", name="Leave it to somebody else").click()
    context.close()
    assert not inspector.faults, "\n".join(inspector.faults)

"""The seed story as somebody new meets it: reads, is invited, joins, and is back where she was."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.demo.site import DemoSite
from tests.browser.joining import fill_in_joining

COIN = "He has a 24-hour coin. How do I back him up without policing him?"
CLOSED = "She left treatment after five days. Was it all for nothing?"


@pytest.fixture
def page(demo: DemoSite, browser: Browser) -> Iterator[Page]:
    context = demo.context(browser)
    yield context.new_page()
    context.close()


def test_the_first_page_opens_with_the_conversation(fresh_demo: DemoSite, browser: Browser) -> None:
    context = fresh_demo.context(browser)
    page = context.new_page()
    page.goto("/")
    page.get_by_role("heading", name=COIN).get_by_role("link").click()
    page.wait_for_url("**/answers/coin/")
    expect(page.get_by_role("heading", level=1)).to_have_text(COIN)
    expect(page.locator("blockquote.asked")).to_contain_text("At 3:30 in the morning he texted")
    expect(page.locator("blockquote.asked footer")).to_have_text("HarborLight")
    expect(page.locator(".byline")).to_contain_text("Sam, family counsellor")
    expect(page.locator("a.pointer")).to_have_count(2)
    comments = page.locator("#talk .comment")
    assert comments.count() > 6
    expect(comments.filter(has=page.locator(".badge", has_text="volunteer moderator")).first).to_be_visible()
    assert page.locator(".replies .comment").count() > 1
    expect(page.get_by_role("link", name="Reply")).to_have_count(0)
    expect(page.locator(".house-rule")).to_contain_text("Share what you have lived rather than what to do")
    context.close()


def test_a_members_answer_invites_and_joining_leads_back_to_it(page: Page) -> None:
    page.goto("/answers/")
    page.get_by_role("link", name=CLOSED).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(CLOSED)
    expect(page.locator(".lead")).not_to_be_empty()
    for inside in ("blockquote", ".prose", ".comment"):
        expect(page.locator(inside)).to_have_count(0)
    page.locator("main").get_by_role("link", name="Join", exact=True).click()
    fill_in_joining(page, "patient lamp")
    page.get_by_role("button", name="Join").click()

    expect(page.get_by_role("heading", level=1)).to_contain_text("keep these codes")
    codes = page.locator("ol.codes li").all_text_contents()
    assert len(set(codes)) == 8
    assert all(re.fullmatch(r"[0-9a-z]{5}-[0-9a-z]{5}-[0-9a-z]{5}", code) for code in codes)
    expect(page.get_by_role("button", name="Print")).to_be_visible()
    page.get_by_role("link", name="I have kept them, go on").click()

    page.wait_for_url("**/answers/five-days/")
    expect(page.locator("blockquote.asked")).to_be_visible()
    expect(page.locator("#write textarea")).to_be_visible()
    page.goto("/me/recovery-codes/")
    assert not any(code in page.content() for code in codes)


def test_a_recovery_code_brings_back_in_without_mail(page: Page) -> None:
    page.goto("/join/")
    fill_in_joining(page, "forgetful heron")
    page.get_by_role("button", name="Join").click()
    code = page.locator("ol.codes li").first.text_content() or ""
    page.context.clear_cookies()
    page.goto("/sign-in/")
    page.get_by_role("link", name="use a recovery code").click()
    page.get_by_label("Pseudonym").fill("Forgetful Heron")
    page.get_by_label("Recovery code").fill(code.upper().replace("-", " "))
    page.get_by_label("New passphrase").fill("seven gulls above the breakwater")
    page.get_by_role("button", name="Set the new passphrase").click()
    page.get_by_label("Pseudonym").fill("forgetful heron")
    page.get_by_label("Passphrase").fill("seven gulls above the breakwater")
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.wait_for_url("**/learn/")


def test_a_visitor_who_reads_gets_no_cookie(page: Page) -> None:
    for path in ("/", "/answers/", "/answers/coin/", "/answers/five-days/", "/learn/", "/learn/not-using-right-now/",
                 "/help/now/", "/safety/", "/agreement/", "/nowhere/"):  # fmt: skip
        page.goto(path)
        assert page.context.cookies() == [], path


def test_the_cookies_that_are_needed_are_closed_to_scripts_and_other_sites(page: Page) -> None:
    page.goto("/join/")
    assert [cookie["name"] for cookie in page.context.cookies()] == ["form"]
    fill_in_joining(page, "careful finch")
    page.get_by_role("button", name="Join").click()
    expect(page.locator("ol.codes")).to_be_visible()
    cookies = page.context.cookies()
    assert {cookie["name"] for cookie in cookies} == {"form", "notes"}
    assert all(cookie["httpOnly"] and cookie["sameSite"] == "Lax" for cookie in cookies)
    assert next(cookie["expires"] for cookie in cookies if cookie["name"] == "notes") == -1

"""A writer writes, somebody else reads, and only then a visitor can."""

from __future__ import annotations

import re

from playwright.sync_api import Browser, Page, expect

from tests.browser.demo.site import DemoSite
from tests.browser.desk import SUMMARY, entering, open_schedule, press, write_answer
from tests.browser.joining import sign_in

PASSPHRASE = "a lamp in the kitchen window"


def with_a_code(demo: DemoSite, page: Page, name: str) -> None:
    sign_in(page, name, PASSPHRASE)
    page.get_by_label("Code from your authenticator app").fill(demo.code(name))
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.wait_for_url("**/learn/")


def status_of(page: Page, path: str) -> int:
    answer = page.goto(path)
    assert answer is not None
    return answer.status


def test_from_a_first_word_to_a_reader(demo: DemoSite, browser: Browser) -> None:
    with entering(demo, browser) as enter:
        sam, rhea = enter(""), enter("")
        with_a_code(demo, sam, "Sam")
        write_answer(sam, "A walk at night")
        sam.get_by_role("button", name="Toggle preview").click()
        preview = sam.frame_locator("#w-preview-iframe")
        expect(preview.locator("h1")).to_have_text("A walk at night")
        expect(preview.locator("blockquote.asked")).to_contain_text("What do I say?")
        expect(preview.get_by_role("heading", name="What helps")).to_be_visible()
        expect(preview.get_by_role("link", name=re.compile("Staying safe"))).to_have_attribute(
            "href", re.compile("^/learn/")
        )
        previewed = preview.locator("article .prose").inner_html()
        expect(sam.get_by_role("button", name="Publish", exact=True)).to_have_count(0)
        press(sam, "Submit to a second reader")
        expect(sam.get_by_role("status")).to_contain_text("A walk at night")

        with_a_code(demo, rhea, "Rhea")
        rhea.goto("/cms/")
        rhea.locator("#waiting-to-read-section, [id^=waiting-to-read]").get_by_role(
            "link", name="A walk at night"
        ).click()
        shown = rhea.frame_locator(".second-reading iframe")
        expect(shown.locator("h1")).to_have_text("A walk at night")
        rhea.get_by_role("button", name="Approve and publish").click()
        expect(rhea.get_by_role("status")).to_contain_text("is approved")

        visitor = enter("")
        assert status_of(visitor, "/answers/a-walk-at-night/") == 200
        expect(visitor.locator("h1")).to_have_text("A walk at night")
        assert visitor.locator("article .prose").inner_html() == previewed
        visitor.goto("/answers/")
        expect(visitor.get_by_text(SUMMARY)).to_be_visible()

        sam.goto("/cms/")
        sam.get_by_role("link", name="A walk at night").first.click()
        sam.get_by_role("link", name="History").click()
        for act in (re.compile("Published.*Rhea", re.DOTALL), re.compile("Workflow started.*Sam|Sam", re.DOTALL)):
            expect(sam.get_by_role("table")).to_contain_text(act)


def test_nobody_approves_their_own_and_what_comes_back_says_why(demo: DemoSite, browser: Browser) -> None:
    with entering(demo, browser) as enter:
        rhea, edda = enter("Rhea"), enter("Edda")
        write_answer(rhea, "Her own words")
        press(rhea, "Submit to a second reader")
        rhea.goto("/cms/")
        rhea.get_by_role("link", name="Her own words").first.click()
        expect(rhea.get_by_text("waits for a second reader")).to_be_visible()
        key = (re.search(r"\d+", rhea.url.split("/pages/")[1]) or [""])[0]
        rhea.goto(f"/cms/second-reading/{key}/")
        expect(rhea.get_by_text("You submitted this page")).to_be_visible()
        expect(rhea.get_by_role("button", name="Approve")).to_have_count(0)

        edda.goto(f"/cms/second-reading/{key}/")
        edda.get_by_role("button", name="Return to the writer").click()
        expect(edda.get_by_text("Say what should change")).to_be_visible()
        edda.get_by_label("What should change?").fill("Shorter, please.")
        edda.get_by_role("button", name="Return to the writer").click()
        rhea.goto("/cms/")
        expect(rhea.get_by_text("Shorter, please.")).to_be_visible()


def test_an_editor_schedules_and_a_second_reader_approves(demo: DemoSite, browser: Browser) -> None:
    with entering(demo, browser) as enter:
        edda, rhea, visitor = enter("Edda"), enter("Rhea"), enter("")
        write_answer(edda, "Next month")
        open_schedule(edda)
        edda.locator("[name=go_live_at]").fill("2031-01-05 08:00")
        edda.get_by_role("button", name="Save schedule").press("Enter")  # the calendar may lie over it
        edda.wait_for_load_state()
        press(edda, "Submit to a second reader")
        rhea.goto("/cms/")
        rhea.get_by_role("link", name="Next month").first.click()
        expect(rhea.get_by_text("it goes live on")).to_be_visible()
        rhea.get_by_role("button", name="Approve and schedule").click()
        expect(rhea.get_by_role("status")).to_contain_text("is approved")
        visitor.goto("/answers/")
        expect(visitor.get_by_text("Next month")).to_have_count(0)

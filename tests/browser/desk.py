"""The desk's form for an answer, filled in as a writer does it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Locator, Page, expect
from playwright.sync_api import TimeoutError as TookTooLong

from tests.browser.demo.site import DemoSite

SUMMARY = "Birch asks what to say when he comes home late."
ANSWERS = 5  # the key that the index of answers gets in a fresh database
Enter = Callable[[str], Page]


@contextmanager
def entering(demo: DemoSite, browser: Browser) -> Iterator[Enter]:
    """Gives pages signed in as one of the cast ("": a visitor); at the end none has complained or asked elsewhere."""
    here = (demo.url, "data:", "blob:", "about:")
    opened: list[BrowserContext] = []
    faults: list[str] = []

    def enter(name: str) -> Page:
        context = demo.context(browser, name)
        context.on("console", lambda said: faults.append(said.text) if is_a_fault(said) else None)
        context.on("weberror", lambda broken: faults.append(str(broken.error)))
        context.on("request", lambda asked: None if asked.url.startswith(here) else faults.append(asked.url))
        opened.append(context)
        return context.new_page()

    yield enter
    for context in opened:
        context.close()
    assert not faults, "\n".join(faults)


def is_a_fault(said: ConsoleMessage) -> bool:
    """Not that Wagtail's own saving came too late: a page that has been submitted meanwhile takes no more drafts."""
    late = " 400 " in said.text and said.location["url"].rstrip("/").endswith("/edit")
    return said.type in {"error", "warning"} and not late


def open_door(door: Locator, inside: Locator) -> None:
    """Press `door` until `inside` shows: a panel opens once its script is there, and stays as it was left last time."""
    for _attempt in range(10):
        if inside.is_visible():
            return
        door.click()
        with suppress(TookTooLong):
            inside.wait_for(timeout=3_000)
    inside.wait_for()


def open_schedule(page: Page) -> None:
    inside = page.get_by_role("button", name="Set schedule")
    open_door(page.get_by_role("button", name="Toggle status"), inside)
    inside.click()


def write_answer(page: Page, headline: str) -> None:
    """Headline, summary, quotation, a text with a sub-heading, a pointer, a topic: kept as a draft by itself."""
    page.goto("/cms/")
    page.get_by_role("link", name="Pages").or_(page.get_by_role("button", name="Pages")).first.wait_for()
    page.goto(f"/cms/pages/add/answers/answerpage/{ANSWERS}/")
    page.locator("[name=title]").fill(headline)
    page.locator("[name=summary]").fill(SUMMARY)
    page.locator("[name=asked_by]").fill("Birch")
    page.locator("[name=asked]").fill("He came home late.\n\nWhat do I say?")
    write_body(page)
    page.get_by_role("checkbox", name="Talking").check()
    page.locator("[name=public]").check()
    try:
        page.wait_for_url("**/edit/", timeout=6_000)
    except TookTooLong:  # a slow machine: the page was saved before its last field was filled, or not yet
        page.get_by_role("button", name="Save draft").click()
        page.wait_for_url("**/edit/")
    page.wait_for_load_state("networkidle")


def write_body(page: Page) -> None:
    """A text with a sub-heading, and a pointer to a module."""
    body = page.locator("[data-contentpath=body]").first
    body.get_by_title("Insert a block").first.click()
    page.get_by_role("option", name="Text").click()
    body.locator(".public-DraftEditor-content").first.click()
    page.keyboard.type("Wait until morning.\n")
    page.keyboard.type("## What helps\nA calm word.")
    body.get_by_title("Insert a block").last.click()
    page.get_by_role("option", name="Pointer to a module or lesson").click()
    module = page.locator(".modal-body").get_by_role("link", name="Staying safe").first
    open_door(body.get_by_role("button", name="Choose a page"), module)
    module.click()
    expect(body.get_by_text("Staying safe")).to_be_visible()


def press(page: Page, name: str) -> None:
    """A button of the menu at the foot of the form."""
    page.get_by_role("button", name="More actions").click()
    page.get_by_role("button", name=name).click()

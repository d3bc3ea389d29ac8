from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.conf import settings
from playwright.sync_api import Browser, BrowserContext, Page, expect

from allies.accounts.models import Member
from allies.home.loading import load_helplines
from allies.testing import make_member

SignIn = Callable[[BrowserContext, Member], str]
KEPT = """async () => {
    const found = [];
    for (const name of await caches.keys())
        for (const request of await (await caches.open(name)).keys()) found.push(new URL(request.url).pathname);
    return found.sort();
}"""


@pytest.fixture(autouse=True)
def _numbers(transactional_db: Any) -> None:
    load_helplines(settings.CONTENT / "helplines.toml")


def visit_and_wait_for_the_worker(page: Page) -> None:
    page.goto("/help/now/")
    page.evaluate("() => navigator.serviceWorker.ready.then(() => true)")
    page.wait_for_function("async () => (await caches.keys()).length > 0 && Boolean(await caches.match('/help/now/'))")


@pytest.mark.parametrize("path", ["/", "/answers/", "/learn/", "/join/", "/sign-in/", "/nowhere/"])
def test_is_one_tap_away_and_the_call_a_second(page: Page, path: str) -> None:
    page.goto(path)
    page.click("header .urgent")
    page.wait_for_url("**/help/now/")
    call = page.get_by_role("link", name="Call 911").first
    expect(call).to_be_in_viewport()
    assert call.get_attribute("href") == "tel:911"


def test_can_be_read_without_a_connection_after_one_visit(page: Page) -> None:
    visit_and_wait_for_the_worker(page)
    page.context.set_offline(True)
    page.goto("/help/now/")
    expect(page.get_by_role("link", name="Call 911").first).to_be_visible()
    rounded = "() => getComputedStyle(document.querySelector('.call')).borderRadius !== '0px'"
    assert page.evaluate(rounded), "its stylesheet was not kept"
    page.goto("/help/now/?country=GB")
    page.locator("summary", has_text="United Kingdom").click()
    expect(page.get_by_role("link", name="Call 999").first).to_be_visible()


def test_nothing_private_is_kept(page: Page, sign_in: SignIn) -> None:
    sign_in(page.context, make_member("quietriver"))
    page.goto("/")
    expect(page.get_by_role("heading", name="quietriver")).to_be_visible()
    visit_and_wait_for_the_worker(page)
    page.goto("/answers/")
    page.goto("/")
    kept = page.evaluate(KEPT)
    assert "/help/now/" in kept
    assert [path for path in kept if path != "/help/now/" and not path.startswith("/static/")] == []
    page.context.set_offline(True)
    page.goto("/help/now/")
    assert "quietriver" not in page.content()


def test_is_gone_from_the_device_after_leaving(page: Page, site: str, away: str) -> None:
    visit_and_wait_for_the_worker(page)
    page.click("header .doors .exit")
    page.wait_for_url(away)
    page.goto("/robots.txt")
    assert page.evaluate(KEPT) == []
    assert page.evaluate("async () => (await navigator.serviceWorker.getRegistrations()).length") == 0


def test_without_javascript(browser: Browser, site: str) -> None:
    context = browser.new_context(base_url=site, java_script_enabled=False, viewport={"width": 320, "height": 560})
    page = context.new_page()
    page.goto("/help/now/")
    expect(page.get_by_role("link", name="Call 911").first).to_be_in_viewport()
    page.locator("summary", has_text="Ireland").click()
    page.get_by_role("link", name="Show this page for Ireland").click()
    expect(page.get_by_role("link", name="Call 112").first).to_be_in_viewport()
    context.close()

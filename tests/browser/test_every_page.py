"""Every page that somebody can reach by following links, from where they start."""

from __future__ import annotations

import re
from collections import Counter
from urllib.parse import parse_qsl, urlsplit

import pytest
from django.urls import Resolver404, resolve
from playwright.sync_api import Browser

from tests.browser.demo.site import DemoSite
from tests.browser.inspecting import Inspector

NEVER = (
    "/leave/",
    "/me/lock/hide/",
    "/sign-out/",
    "/cms/logout/",
    "/cms/bulk/",
    "/static/",
    "/media/",
    "/learn/recordings/",
    "/answers/feed/",
)
A_FEW = 2  # of pages that differ by a number or a query only
STARTS = {
    "visitor": ["/", "/recover/"],
    "Bob": ["/"],
    "Vera": ["/", "/me/"],
    "Sam": ["/", "/cms/"],
    "Edda": ["/", "/cms/"],
}
WHOLE = {"visitor", "Bob"}  # look at each single lesson and answer, with all there is to look at


def kind(path: str, whole: bool) -> str:
    """Pages of one kind are alike; of those that differ in their texts too, `whole` tells each from the others."""
    parts = urlsplit(path)
    queries = "&".join(sorted({name for name, _value in parse_qsl(parts.query)}))
    try:
        name = resolve(parts.path).view_name
    except Resolver404:
        return path
    texts = whole and not parts.query and not re.search(r"\d", parts.path)
    return f"{parts.path if texts else name}?{queries}"


@pytest.mark.parametrize("name", STARTS)
def test_every_page(demo: DemoSite, browser: Browser, name: str) -> None:
    context = demo.context(browser, "" if name == "visitor" else name)
    inspector = Inspector(context, demo.url)
    waiting, met = list(STARTS[name]), Counter[str]()
    known = set(waiting)
    while waiting:
        path = waiting.pop(0)
        met[of_kind := kind(path, name in WHOLE)] += 1
        if met[of_kind] > (A_FEW if name in WHOLE else 1):
            continue
        links = [link for link in inspector.open(path) if not link.startswith(NEVER) and link not in known]
        known.update(links)
        waiting += links
        if not path.startswith("/cms/") and (name in WHOLE or met[of_kind] == 1):
            inspector.fits()
            inspector.axe()
    context.close()
    assert len(met) > (45 if "/cms/" in STARTS[name] else 20), (
        f"only {len(met)} kinds of pages were found: {sorted(met)}"
    )
    assert not inspector.faults, "\n".join(inspector.faults)


def test_the_service_worker_asks_this_site_alone(demo: DemoSite, browser: Browser) -> None:
    context = demo.context(browser)
    inspector = Inspector(context, demo.url)
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url) if request.service_worker else None)
    inspector.open("/help/now/")
    inspector.page.evaluate("() => navigator.serviceWorker.ready.then(() => true)")
    inspector.page.wait_for_function("async () => Boolean(await caches.match('/help/now/'))")
    inspector.open("/")
    context.close()
    assert f"{demo.url}/help/now/" in asked
    assert not inspector.faults, inspector.faults


def test_the_icon_and_the_name_for_a_home_screen_tell_nothing(demo: DemoSite, browser: Browser) -> None:
    context = demo.context(browser)
    page = context.new_page()
    page.goto("/")
    icon = context.request.get(page.locator("link[rel=icon]").get_attribute("href") or "")
    assert icon.ok
    assert "<text" not in icon.text()
    assert "<title" not in icon.text()
    manifest = context.request.get("/site.webmanifest").json()
    assert (manifest["name"], manifest["short_name"]) == ("Notes", "Notes")
    context.close()

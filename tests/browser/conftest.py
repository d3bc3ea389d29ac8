"""Journeys in a real browser, against the site on a port of its own, with static files as pages name them."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from time import monotonic, sleep

import pytest
from django.conf import settings as site_settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.core.management import call_command
from django.core.signals import request_finished, request_started
from django.test.utils import override_settings
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from allies.accounts.models import Member
from allies.accounts.sessions import SessionStore
from tests.browser.away import Away
from tests.browser.demo.site import DemoSite, forget, running
from tests.browser.joining import Another

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
QUIETLY = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.xdist_group("browser"))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        sentence = (
            "Chromium was not found, so the browser journeys were left out (on Debian: apt-get install chromium)."
        )
        pytest.fail(sentence) if os.environ.get("CI") else pytest.skip(sentence)
    # Playwright keeps a loop running in this thread; Django would take every query of a test for an asynchronous one.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    os.environ["PW_EXPERIMENTAL_SERVICE_WORKER_NETWORK_EVENTS"] = "1"  # its requests are seen as all others are
    expect.set_options(timeout=15_000)
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=QUIETLY)
        yield running
        running.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture(scope="session")
def _collected(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("collected")
    with override_settings(STATIC_ROOT=folder):
        call_command("collectstatic", interactive=False, verbosity=0)
    return folder


@pytest.fixture(scope="session")
def _away() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Away)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/weather"
    server.shutdown()
    server.server_close()


@pytest.fixture
def away(_away: str, settings: Settings) -> str:
    """The harmless site that quick exit ends in."""
    settings.EXIT_URL = _away
    Away.asked.clear()
    return _away


@pytest.fixture
def asked_of_away(away: str) -> list[dict[str, str]]:
    """The headers of each request that the harmless site got."""
    return Away.asked


@pytest.fixture
def site(_collected: Path, settings: Settings, away: str, live_server: LiveServer) -> Iterator[str]:
    """The site's origin, such as http://localhost:40123. The database is not emptied while a request is under way."""
    settings.STATIC_ROOT = _collected  # which is where the live server looks
    under_way: list[bool] = []

    def begins(**_: object) -> None:
        under_way.append(True)

    def ends(**_: object) -> None:
        under_way.pop()

    request_started.connect(begins)
    request_finished.connect(ends)
    yield str(live_server.url)
    until = monotonic() + 10
    while under_way and monotonic() < until:
        sleep(0.02)
    request_started.disconnect(begins)
    request_finished.disconnect(ends)


@pytest.fixture(scope="session")
def _shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder that all workers of this run share."""
    own = tmp_path_factory.getbasetemp()
    shared = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    yield shared
    forget(shared)


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory, _shared: Path, _away: str) -> Iterator[DemoSite]:
    """The demo on the production server. What one test writes there, others find: each has people of its own."""
    with running(_shared, tmp_path_factory.mktemp("demo") / "data", _away) as started:
        yield started


@pytest.fixture
def fresh_demo(tmp_path: Path, _shared: Path, _away: str) -> Iterator[DemoSite]:
    """The demo as it is when it has just been loaded."""
    with running(_shared, tmp_path / "data", _away) as started:
        yield started


@pytest.fixture
def another(demo: DemoSite, browser: Browser) -> Iterator[Another]:
    """Opens a page of the demo in a browser of its own, signed in as nobody yet."""
    contexts: list[BrowserContext] = []

    def open_one() -> Page:
        contexts.append(demo.context(browser))
        return contexts[-1].new_page()

    yield open_one
    for context in contexts:
        context.close()


@pytest.fixture
def context(browser: Browser, site: str) -> Iterator[BrowserContext]:
    opened = browser.new_context(base_url=site, locale="en-US", viewport={"width": 1280, "height": 900})
    yield opened
    opened.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


@pytest.fixture
def sign_in(site: str) -> Callable[[BrowserContext, Member], str]:
    """Gives a browser a signed-in session of a member's; returns the session's key."""

    def give(context: BrowserContext, member: Member) -> str:
        session = SessionStore()
        session[SESSION_KEY] = str(member.pk)
        session[BACKEND_SESSION_KEY] = site_settings.AUTHENTICATION_BACKENDS[0]
        session[HASH_SESSION_KEY] = member.get_session_auth_hash()
        session.create()
        key = str(session.session_key)
        context.add_cookies([{"name": site_settings.SESSION_COOKIE_NAME, "value": key, "url": site}])
        return key

    return give

"""Closed by default: every address that a stranger may open is listed here, and the desk opens for nobody else."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver

from allies.testing import MemberTestCase

PUBLIC = {
    "": "the front page",
    "answers/": "headlines and summaries",
    "answers/<slug:slug>/": "public answers whole, others as headline, summary and an invitation",
    "answers/<slug:slug>/comment/": "keeps words that arrive after a session ended, then asks to sign in",
    "answers/comments/<int:key>/edit/": "keeps words that arrive after a session ended, then asks to sign in",
    "answers/feed/": "public answers' headlines and summaries",
    "answers/topics/<slug:topic>/": "headlines and summaries",
    "agreement/": "what members agree to",
    "help/now/": "urgent help",
    "inbox/stop/<str:token>/": "stops letters for whoever reads the mail, by a signed address",
    "join/": "a way in",
    "learn/": "what the programme holds",
    "learn/<slug:module>/": "what a module holds",
    "leave/": "the way out",
    "me/lock/hidden/": "a page that could be anybody's",
    "me/lock/hide/": "must work when the session has ended already",
    "media/images/<path:name>": "pictures in published pages, in the sizes that pages show",
    "method/": "the method's table: the same for everybody",
    "moderation-log/": "how the site is moderated, in numbers that name nobody",
    "recover/": "a way in",
    "robots.txt": "asks search engines to stay away",
    "safety/": "what the site can and cannot hide",
    "service-worker.js": "keeps urgent help readable without a connection",
    "shared/<str:token>/": "a page that a member lent, for whoever has the secret in its address, until it ends",
    "sign-in/": "a way in",
    "sign-in/closed/": "says that an account is closed",
    "sign-in/closed/why/": "why an account was closed, for whoever has just given its passphrase",
    "sign-in/passkey/": "a way in",
    "sign-in/second-step/": "a way in",
    "sign-out/": "must work when the session has ended already",
    "site.webmanifest": "the neutral name and icon",
}
DESK = "cms/"


def addresses(resolver: URLResolver | None = None, before: str = "") -> Iterator[tuple[str, Callable[..., Any]]]:
    for pattern in (resolver or get_resolver()).url_patterns:
        here = before + str(pattern.pattern)
        if isinstance(pattern, URLPattern):
            yield here, pattern.callback
        else:
            yield from addresses(pattern, here)


def test_what_is_public_is_listed() -> None:
    open_ = {here for here, view in addresses() if getattr(view, "login_required", True) is False}
    assert {here for here in open_ if not here.startswith(DESK)} == set(PUBLIC)


def example(pattern: str) -> str:
    """An address that fits `pattern`, whether or not anything stands there."""
    path = re.sub(r"\(\?P<\w+>[^()]*\)|\([^()]*\)|<uuid:\w+>", "1", pattern)
    path = re.sub(r"<(?:int:)?\w+>", "1", re.sub(r"<(?:str|slug|path):\w+>", "wagtailcore", path))
    return "/" + re.sub(r"[\^$\\?]", "", path)


class DeskTests(MemberTestCase):
    def outcomes(self, *some: str) -> dict[str, int]:
        """Where an address under the desk (all, or `some`) shows something, or fails: its status."""
        desk = set(some) or {example(pattern) for pattern, _view in addresses() if pattern.startswith(DESK)}
        assert some or len(desk) > 100
        found = {}
        for address in sorted(desk):
            response = self.client.get(address, headers={"accept": "text/html"})
            led = response.headers.get("Location", "")
            if not (response.status_code in {401, 403, 404} or led.startswith(("/sign-in/", "/sign-out/", "/me/"))):
                found[address] = response.status_code
        return found

    def test_a_stranger_sees_nothing_of_the_desk(self) -> None:
        assert self.outcomes() == {}

    def test_a_member_sees_nothing_of_the_desk(self) -> None:
        self.sign_in(self.bob)
        assert self.outcomes() == {}

    def test_a_moderator_sees_nothing_of_the_desk(self) -> None:
        self.sign_in(self.vera)
        assert self.outcomes() == {}

    def test_staff_without_a_second_step_see_nothing_of_the_desk(self) -> None:
        self.sign_in(self.edda, second_factor=False)
        assert self.outcomes() == {}

    def test_the_walk_would_see_an_open_desk(self) -> None:
        from allies.home.actions import prepare_site

        prepare_site()
        self.sign_in(self.edda)
        assert self.outcomes("/cms/") == {"/cms/": 200}

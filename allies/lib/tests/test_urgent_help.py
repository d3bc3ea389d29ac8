from __future__ import annotations

import pytest
from django.contrib.messages import get_messages
from django.contrib.messages.storage.cookie import CookieStorage
from django.http import HttpRequest
from django.test import RequestFactory

from allies.accounts.models import Member
from allies.language import Finding
from allies.lib.urgent_help import is_urgent, keys_of, shown_first


def danger(key: str, severity: str = "urgent") -> Finding:
    return Finding("crisis", 0, 1, key, severity, "Someone may be in danger.")


WORD = Finding("stigma", 0, 1, "", "mild", "A word.")


@pytest.fixture
def request_() -> HttpRequest:
    request: HttpRequest = RequestFactory().post("/")
    request.user = Member(pk=7)
    request._messages = CookieStorage(request)  # type: ignore[attr-defined]
    return request


def test_the_gravest_comes_first() -> None:
    found = [danger("child"), danger("violence"), danger("suicide"), danger("overdose"), WORD]
    assert keys_of(found) == ["overdose", "suicide", "violence", "child"]


def test_what_is_urgent_comes_before_a_worry() -> None:
    assert keys_of([danger("suicide", "concern"), danger("child")]) == ["child", "suicide"]
    assert keys_of([danger("suicide", "concern"), danger("violence", "concern"), danger("suicide")]) == [
        "suicide",
        "violence",
    ]


def test_danger_without_a_name_is_an_emergency() -> None:
    assert keys_of([danger("flood"), danger("overdose")]) == ["emergency", "overdose"]


def test_words_without_danger_call_for_none() -> None:
    assert keys_of([WORD]) == []
    assert not is_urgent([WORD, danger("suicide", "concern")])
    assert is_urgent([WORD, danger("suicide")])


def test_leads_to_help_at_the_top_of_the_page_and_names_no_danger_in_the_address(request_: HttpRequest) -> None:
    place = shown_first(request_, [danger("suicide", "concern"), WORD], "/answers/bottle/?from=7#c12")
    assert place == "/answers/bottle/?from=7#urgent-help"
    (message,) = get_messages(request_)
    assert (message.message, message.extra_tags) == ("suicide", "urgent-help for-7 c12")


def test_without_danger_nothing_is_told(request_: HttpRequest) -> None:
    assert shown_first(request_, [WORD], "/answers/bottle/#c12") == "/answers/bottle/#c12"
    assert not get_messages(request_)

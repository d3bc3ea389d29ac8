"""The plainest ways to tell of danger are always heard, whoever says them of whom, and however the sentence begins."""

from __future__ import annotations

import itertools

import pytest

from allies.language import check

BEGINNINGS = ("", "And ", "But ", "so ", "please help ", "Honestly, ")
WRITER = (
    "I want to die",
    "I want to kill myself",
    "I'm going to kill myself",
    "I have the pills here and I want to die",
    "I can't go on",
)
OTHERS = (
    "{who} wants to kill {them}self",
    "{who} says {they} wants to die",
    "{who} is not breathing",
    "{who} won't wake up",
    "{who} overdosed",
    "{who} has a knife and is outside my door",
    "{who} is choking me",
    "{who} is driving the kids and {they} is drunk",
    "{who} left the baby alone in the flat",
)
PEOPLE = (("he", "he", "him"), ("she", "she", "her"), ("my son", "he", "him"), ("my wife", "she", "her"))


def sentences() -> list[str]:
    told = [line.format(who=who, they=they, them=them) for line in OTHERS for who, they, them in PEOPLE]
    return [beginning + line for beginning, line in itertools.product(BEGINNINGS, (*WRITER, *told))]


@pytest.mark.parametrize("text", sentences())
def test_it_is_heard(text: str) -> None:
    assert "crisis" in {each.kind for each in check(text)}


@pytest.mark.parametrize("text", ["I want to die tonight", "he says he wants to die today", "im ready to die tonite"])
def test_minutes_matter_where_the_wish_has_an_hour(text: str) -> None:
    assert "urgent" in {each.severity for each in check(text) if each.kind == "crisis"}


@pytest.mark.parametrize(
    "text", ["I wanted to die today when he sang at the wedding", "She doesn't want to die tonight"]
)
def test_and_not_where_it_has_none(text: str) -> None:
    assert "urgent" not in {each.severity for each in check(text)}

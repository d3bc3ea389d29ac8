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

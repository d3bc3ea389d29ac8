"""Danger told in the middle of a sentence that does not come to an end, as people write at night."""

from __future__ import annotations

import itertools

import pytest

from allies.language import check

DANGER = (
    "he is not breathing and his lips are blue",
    "i want to kill myself",
    "i want to die",
    "he says he will kill himself tonight",
    "he took all his pills and will not wake up",
    "he has a knife and is outside my door",
)
CALM = (
    "had a long day at work and the kids were at my sisters and i made pasta and washed up and then",
    "the sun came up, the dog barked, the bus was late, my mum rang, the kettle sang, and",
    "and my mum came and the shop was open and it rained and nobody rang and " * 3,
)


@pytest.mark.parametrize(("danger", "calm"), list(itertools.product(DANGER, CALM)))
def test_calm_words_around_it_hide_nothing(danger: str, calm: str) -> None:
    texts = (f"{calm} {danger}", f"{danger} {calm}", f"{danger}, {calm}", f"{calm} {danger} {calm}")
    assert [text for text in texts if "crisis" not in {each.kind for each in check(text)}] == []


@pytest.mark.parametrize("calm", CALM)
def test_and_without_it_there_is_none(calm: str) -> None:
    assert check(f"{calm} {calm}") == []

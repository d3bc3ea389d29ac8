"""Which differences are told as hints, which of them as clear, and how often chance alone makes one."""

from __future__ import annotations

import random
from datetime import timedelta

from allies.craft.observing import COMPANY, FEELINGS, HOURS, PLACES, Observation
from allies.craft.patterns import Hint, patterns
from allies.craft.tests.notes import TODAY, note, notes


def hints(observations: list[Observation]) -> list[Hint]:
    return list(patterns(observations, today=TODAY).hints)


def praised(good: int, other: int) -> list[Observation]:
    times = [note("non_use", i_did=("praised",), followed=("good_time",))] * good
    return times + [note("non_use", i_did=("praised",), followed=("slept",))] * other


ARGUED = note(i_did=("argued",), followed=("argument",))


def test_a_small_difference_may_be_chance_and_a_large_one_is_clear() -> None:
    small = [*notes(10, 2, hour="evening"), *notes(6, 12, hour="morning")]
    assert [(hint.value, hint.clear) for hint in hints(small)] == [("evening", False)]
    assert [(hint.value, hint.clear) for hint in hints(small * 4)] == [("morning", True), ("evening", True)]


def test_clear_ones_come_first() -> None:
    mixed = [*notes(10, 2, hour="evening"), *notes(6, 12, hour="morning")]
    mixed += [*notes(13, 0, place="home"), *notes(0, 13, place="out")]
    told = [(hint.value, hint.clear) for hint in hints(mixed)]
    assert told == [("home", True), ("out", True), ("evening", False)]


def test_what_came_after_is_clear_only_far_out() -> None:
    assert [(hint.value, hint.clear) for hint in hints([*praised(3, 3), *[ARGUED] * 20])] == [("good_time", False)]
    assert [(hint.value, hint.clear) for hint in hints([*praised(10, 1), *[ARGUED] * 20])] == [("good_time", True)]


def test_what_came_after_once_or_twice_is_not_told() -> None:
    assert hints([*praised(2, 3), *[ARGUED] * 40]) == []


def test_chance_alone_seldom_makes_a_clear_one() -> None:
    """60 notes without any pattern, 200 times: 3% when measured, under 10% here."""
    chance = random.Random(7)
    pages = 0
    for _ in range(200):
        made = [
            Observation(
                day=TODAY - timedelta(days=chance.randrange(100)),
                state=chance.choice(("use", "non_use")),
                hour=chance.choice(HOURS),
                place=chance.choice(PLACES),
                company=(chance.choice(COMPANY),),
                feeling=(chance.choice(FEELINGS),),
            )
            for _ in range(60)
        ]
        pages += any(hint.clear for hint in hints(made))
    assert pages < 20

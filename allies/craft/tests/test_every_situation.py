"""Every one of the 103,040 situations is asked, and a broken table is seen."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from allies.craft.places import every, example, is_in, where
from allies.craft.responding import respond
from allies.craft.situation import SIZE, Situation
from allies.craft.table import Layer, Table, table
from allies.craft.tests.safety import broken


def without(name: str) -> Table:
    """The table, unproved, without one row."""

    def less(layers: tuple[Layer, ...]) -> tuple[Layer, ...]:
        return tuple(replace(layer, rows=tuple(row for row in layer.rows if row.id != name)) for layer in layers)

    return Table(less(table().guards), less(table().stances))


@cache
def everything() -> tuple[Situation, ...]:
    return tuple(every())


def test_nothing_unsafe_is_said_in_any_situation() -> None:
    assert broken() == {}


def test_every_situation_is_there_once_and_knows_its_place() -> None:
    assert [situation.place for situation in everything()] == list(range(SIZE))


def test_sets_mean_what_they_say() -> None:
    places = where({"now": ["using"], "me": ["calm", "afraid"], "children_present": [True]})
    assert places.bit_count() == SIZE // 5 // 2 // 2
    first = example(places)
    assert (first.now, first.me, first.children_present) == ("using", "calm", True)
    bits = places.to_bytes(SIZE // 8 + 1, "little")
    for situation in everything()[::97]:
        meant = situation.now == "using" and situation.me in ("calm", "afraid") and situation.children_present
        assert is_in(situation.place, bits) is meant


@pytest.mark.parametrize(
    ("row", "claim"),
    [
        ("urgent-overdose", "overdose signs"),
        ("urgent-violence-now", "violence now"),
        ("urgent-violence", "violence closes all"),
        ("urgent-suicide", "suicide"),
        ("urgent-driving", "driving"),
        ("urgent-driving-child", "driving with children"),
        ("urgent-withdrawing", "withdrawing"),
        ("urgent-child", "a child"),
        ("urgent-tolerance", "tolerance"),
        ("closed-afraid", "fear closes all"),
        ("closed-past-violence", "past violence, nothing taken away"),
        ("closed-weather", "never left to consequences"),
        ("closed-shelter", "never left to consequences"),
        ("closed-missed", "missed, neutral"),
        ("violence-now", "danger to life first"),
        ("suicide-violent", "violence, no contact"),
        ("violence-recent", "then violence"),
        ("shelter", "shelter first"),
        ("missed-treated", "missed, neutral"),
        ("milestone", "good news"),
        ("good-news-using", "no reward while using now"),
    ],
)
def test_a_table_without_one_row_is_caught(row: str, claim: str) -> None:
    whole = {each.id: each for each in (*table().guarding, *table().answering)}
    asked = [situation for place, situation in enumerate(everything()) if is_in(place, whole[row].bits)]
    asked = asked[:: len(asked) // 500 | 1]  # an odd step meets every value of every field
    assert claim in broken(asked, by=without(row))


def test_equal_situations_get_equal_answers() -> None:
    assert respond(Situation(now="using")) == respond(Situation(now="using"))

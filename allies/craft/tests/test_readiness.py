"""What a kit lacks: each thing is asked for until it is there, and nothing else is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allies.craft.readiness import FRESH, Kit, Missing, Option, missing, to_call

TODAY = date(2026, 3, 14)
ONE = Option("Dr Adler", "555 0100", "Insurance pays", "Talks", "Thursday at nine", TODAY)
WHOLE = Kit((ONE, replace(ONE, name="Walk-in")), "I am glad.", "I will ask again.", "Papers", "Ada", "Ben", True)
TEXTS = st.sampled_from(["", " ", "something"])
OPTIONS = st.builds(Option, *[TEXTS] * 5, st.none() | st.dates(date(2025, 1, 1), TODAY))
KITS = st.builds(Kit, st.lists(OPTIONS, max_size=4), *[TEXTS] * 5, st.sampled_from([None, True, False]))


def test_a_whole_kit_lacks_nothing() -> None:
    assert missing(WHOLE, TODAY) == []


def test_an_empty_kit_begins_with_a_number_to_call() -> None:
    found = missing(Kit(), TODAY)
    assert found[0] == Missing.OPTION
    assert not {Missing.SECOND, Missing.FIRST, Missing.COST, Missing.ASKED} & set(found)  # one step at a time


@pytest.mark.parametrize(
    ("kit", "lacks"),
    [
        (replace(WHOLE, options=[ONE]), Missing.SECOND),
        (replace(WHOLE, options=[ONE, replace(ONE, phone=" ")]), Missing.SECOND),
        (replace(WHOLE, options=[replace(ONE, first="")] * 2), Missing.FIRST),
        (replace(WHOLE, options=[replace(ONE, cost="")] * 2), Missing.COST),
        (replace(WHOLE, options=[replace(ONE, asked_on=None)] * 2), Missing.ASKED),
        (replace(WHOLE, words=""), Missing.WORDS),
        (replace(WHOLE, plan_b=""), Missing.PLAN_B),
        (replace(WHOLE, pack=""), Missing.PACK),
        (replace(WHOLE, drives=""), Missing.DRIVES),
        (replace(WHOLE, minds=""), Missing.CHILDREN),
        (replace(WHOLE, minds="", children=None), Missing.CHILDREN),
    ],
)
def test_each_gap_is_named_alone(kit: Kit, lacks: Missing) -> None:
    assert missing(kit, TODAY) == [lacks]


def test_without_children_nobody_minds_them() -> None:
    assert missing(replace(WHOLE, minds="", children=False), TODAY) == []


def test_what_was_asked_grows_old() -> None:
    assert missing(WHOLE, TODAY + timedelta(days=FRESH)) == []
    assert missing(WHOLE, TODAY + timedelta(days=FRESH + 1)) == [Missing.ASKED]


def test_the_soonest_and_freshest_is_called_first() -> None:
    late, unknown = replace(ONE, name="late", asked_on=date(2025, 1, 1)), replace(ONE, name="unknown", first="")
    silent = replace(ONE, name="silent", phone="")
    assert [each.name for each in to_call(Kit((silent, unknown, late, ONE)), TODAY)] == ["Dr Adler", "late", "unknown"]


@given(KITS)
def test_always_in_order_and_never_twice(kit: Kit) -> None:
    found = missing(kit, TODAY)
    assert found == [each for each in Missing if each in found]
    assert (Missing.OPTION in found) == (not to_call(kit, TODAY))
    assert not {Missing.OPTION, Missing.SECOND} <= set(found)


@given(KITS, OPTIONS)
def test_one_option_more_never_makes_a_number_missing(kit: Kit, more: Option) -> None:
    after = missing(replace(kit, options=[*kit.options, more]), TODAY)
    if Missing.OPTION not in missing(kit, TODAY):
        assert Missing.OPTION not in after

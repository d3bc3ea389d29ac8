"""What many notes show: sums, silence, what is called a pattern, and that no note blames anybody."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import timedelta
from time import process_time

from hypothesis import given
from hypothesis import strategies as st

from allies.craft.observing import Observation
from allies.craft.patterns import SKILLS, VALUES, WELCOME, Patterns, Table, patterns
from allies.craft.tests.notes import NOTEBOOKS, TODAY, note, notes


def seen(observations: list[Observation]) -> Patterns:
    return patterns(observations, today=TODAY)


def table(found: Patterns, by: str) -> Table:
    return next(table for table in found.tables if table.by == by)


@given(NOTEBOOKS)
def test_counts_add_up(notebook: list[Observation]) -> None:
    found = seen(notebook)
    assert found.count == len(notebook) == found.use.of + found.unsure
    for by in ("hour", "weekday", "place"):
        rows = table(found, by).rows
        assert sum(row.share.of + row.unsure for row in rows) + table(found, by).left_out == found.count
        assert all(row.share.of + row.others.of == sum(one.share.of for one in rows) for row in rows)
    for by in ("company", "feeling"):
        assert all(row.share.of + row.others.of <= found.use.of for row in table(found, by).rows)


@given(NOTEBOOKS, st.randoms(use_true_random=False))
def test_order_does_not_matter(notebook: list[Observation], chance: random.Random) -> None:
    mixed = notebook.copy()
    chance.shuffle(mixed)
    assert seen(mixed) == seen(notebook)


@given(NOTEBOOKS)
def test_it_is_silent_under_five(notebook: list[Observation]) -> None:
    found = seen(notebook)
    rows = [row for table in found.tables for row in table.rows]
    assert all(row.share.interval is None and row.lean == 0 for row in rows if row.share.of < 5)
    follow = [row for after in found.after for row in after.rows]
    assert all(row.share.interval is None and row.lean == 0 for row in follow if row.share.of < 5)
    assert all(hint.share.of >= 5 and hint.others.of >= 5 for hint in found.hints)


@given(NOTEBOOKS)
def test_naming_a_thing_twice_in_one_note_changes_nothing(notebook: list[Observation]) -> None:
    twice = [replace(one, company=one.company * 2, i_did=one.i_did * 2, followed=one.followed * 2) for one in notebook]
    assert seen(twice) == seen(notebook)


@given(NOTEBOOKS)
def test_what_she_did_never_stands_beside_use(notebook: list[Observation]) -> None:
    """Not one number about use changes with what the member did, and only welcome things are pointed out."""
    without = [replace(one, i_did=()) for one in notebook]
    assert (seen(notebook).tables, seen(notebook).use) == (seen(without).tables, seen(without).use)
    assert all(h.by == "followed" or not h.act for h in seen(notebook * 5).hints)
    assert all(not h.act or (h.act in SKILLS and h.value in WELCOME) for h in seen(notebook * 5).hints)


def test_a_difference_that_stands_out() -> None:
    found = seen([*notes(16, 2, hour="evening"), *notes(3, 15, hour="morning"), note("unsure", hour="evening")])
    first, second = found.hints
    assert (first.value, first.lean, first.clear) == ("morning", -1, True)
    assert (second.value, second.share.hits, second.share.of) == ("evening", 16, 18)
    assert (second.others.hits, second.others.of) == (3, 18)
    assert [row.unsure for row in table(found, "hour").rows] == [0, 1]


def test_no_pattern_without_something_to_compare_with() -> None:
    assert seen([*notes(20, 0, place="home"), *notes(0, 4, place="out"), *notes(0, 20)]).hints == ()
    assert seen([*notes(3, 3, place="home"), *notes(3, 3, place="out")]).hints == ()


def test_what_followed() -> None:
    praised = [note("non_use", i_did=("praised",), followed=("good_time",))] * 5
    praised += [note("non_use", i_did=("praised",), followed=("nothing",))] * 2
    argued = [note(i_did=("argued",), followed=("kept_going", "argument"))] * 6 + [note(i_did=("argued",))]
    found = seen(praised + argued)
    assert [(one.act, one.times, one.noted) for one in found.after] == [("praised", 7, 7), ("argued", 7, 6)]
    rows = [(row.value, row.share.hits, row.share.of) for row in found.after[0].rows]
    assert rows == [("good_time", 5, 7), ("nothing", 2, 7)]
    assert [(hint.act, hint.value) for hint in found.hints if hint.act] == []  # 5 of 7 beside 5 of 13: may be chance
    assert ("praised", "good_time") in [(hint.act, hint.value) for hint in seen((praised + argued) * 2).hints]


def test_nothing_and_only_unsure() -> None:
    empty, unsure = seen([]), seen([note("unsure", hour="night")] * 9)
    assert (empty.count, empty.missing, empty.first, empty.hints, empty.after) == (0, 5, None, (), ())
    assert (unsure.count, unsure.use.of, unsure.missing, unsure.hints) == (9, 0, 5, ())


def test_days_to_come_and_unknown_values_are_left_out() -> None:
    assert seen([replace(note(), day=TODAY + timedelta(days=1))]).count == 0
    found = seen([note(hour="teatime", place="home", company=("a horse",))])
    assert table(found, "hour").rows == table(found, "company").rows == ()
    assert table(found, "hour").left_out == 1


def test_two_thousand_notes_are_quick() -> None:
    one = note(hour="night", place="home", company=("me",), feeling=("sad",), i_did=("listened",), followed=("talked",))
    many = [replace(one, day=TODAY - timedelta(days=number % 400)) for number in range(2_000)]
    spent = []
    for _ in range(5):
        start = process_time()
        seen(many)
        spent.append(process_time() - start)
    assert min(spent) < 0.02
    assert set(VALUES) == {found.by for found in seen(many).tables}

"""Days, months, weeks: what is unknown stays unknown."""

from __future__ import annotations

import random
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from allies.craft.calendar import DAY_STATES, days, month
from allies.craft.observing import Observation
from allies.craft.series import openings, weeks
from allies.craft.tests.notes import NOTEBOOKS, TODAY, note

MONTHS = st.dates(date(2026, 8, 1), date(2027, 1, 31))


@given(NOTEBOOKS, MONTHS, st.integers(0, 6))
def test_a_month_adds_up(notebook: list[Observation], of: date, first_weekday: int) -> None:
    found = month(notebook, of=of, today=TODAY, first_weekday=first_weekday)
    cells = [cell for week in found.weeks for cell in week]
    inside = [cell for cell in cells if cell]
    assert len(cells) % 7 == 0
    assert [cell.day.day for cell in inside] == list(range(1, len(inside) + 1))
    assert all(
        cell is None or cell.day.weekday() == (first_weekday + place % 7) % 7 for place, cell in enumerate(cells)
    )
    assert found.use + found.non_use + found.unsure == found.noted <= found.passed
    assert found.passed + found.coming == len(inside)
    assert found.running <= found.longest <= found.non_use
    known = sum(one.day.month == of.month and one.day.year == of.year for one in notebook)
    assert sum(cell.episodes for cell in inside) == known


@given(NOTEBOOKS, st.randoms(use_true_random=False))
def test_order_does_not_matter(notebook: list[Observation], chance: random.Random) -> None:
    mixed = notebook.copy()
    chance.shuffle(mixed)
    assert days(mixed, today=TODAY) == days(notebook, today=TODAY)
    assert weeks(mixed, today=TODAY) == weeks(notebook, today=TODAY)


@given(NOTEBOOKS)
def test_a_day_is_non_use_only_when_noted_so_and_nothing_else(notebook: list[Observation]) -> None:
    for day, found in days(notebook, today=TODAY).items():
        states = {one.state for one in notebook if one.day == day}
        assert found.state == min(states, key=lambda state: DAY_STATES.index(state))
        assert (found.state == "non_use") == ("non_use" in states and "use" not in states)
        assert found.mixed == ("unsure" in states and len(states) > 1)


def test_runs_end_where_nothing_is_known() -> None:
    notebook = [note("non_use", ago) for ago in (10, 9, 8, 6, 5)] + [note("use", 4), note("non_use", 3)]
    found = month(notebook, of=TODAY, today=TODAY)
    assert (found.longest, found.running, found.non_use, found.noted, found.passed) == (3, 1, 6, 7, 25)
    assert month([], of=TODAY, today=TODAY).longest == 0


def test_moods_of_a_day() -> None:
    notebook = [note(mood=2), note(mood=5), note()]
    assert days(notebook, today=TODAY)[TODAY - timedelta(days=1)].mood == 3.5
    assert days([note()], today=TODAY)[TODAY - timedelta(days=1)].mood is None


def test_a_leap_month_and_a_month_to_come() -> None:
    assert sum(cell is not None for week in month([], of=date(2028, 2, 9), today=TODAY).weeks for cell in week) == 29
    assert month([], of=date(2027, 1, 1), today=TODAY).passed == 0


@given(NOTEBOOKS, st.integers(1, 20), st.integers(0, 6))
def test_weeks(notebook: list[Observation], count: int, first_weekday: int) -> None:
    found = weeks(notebook, today=TODAY, count=count, first_weekday=first_weekday)
    assert len(found) == count
    assert {week.start.weekday() for week in found} == {first_weekday}
    assert found[-1].start <= TODAY < found[-1].start + timedelta(days=7)
    assert all(week.non_use + week.use <= week.noted <= week.passed <= 7 for week in found)
    counted = {one.day for one in notebook if one.day >= found[0].start}
    assert sum(week.noted for week in found) == len(counted)
    assert all((week.mood is None) == (week.moods == 0) for week in found)


def test_a_week_with_its_mood() -> None:
    this = weeks(
        [note("non_use", 0, mood=4), note("use", 1, mood=8), note("unsure", 2), note(ago=-1, mood=0)], today=TODAY
    )[-1]
    assert (this.passed, this.noted, this.non_use, this.use, this.mood, this.moods) == (3, 3, 1, 1, 6.0, 2)


def test_openings() -> None:
    wishes = [note(ago=0, followed=("wish", "dip")), note(ago=30, followed=("dip",)), note(followed=("talked",))]
    found = openings(wishes, today=TODAY, also=[date(2026, 11, 2), date(2026, 11, 26)], count=3)
    assert [(one.start, one.count) for one in found] == [
        (date(2026, 9, 1), 0),
        (date(2026, 10, 1), 1),
        (date(2026, 11, 1), 2),
    ]

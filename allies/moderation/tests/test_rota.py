from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allies.moderation.rota import WEEK, runs, turns

NEW_YORK = ZoneInfo("America/New_York")


def local(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=NEW_YORK)


# Sunday night, from 22:00 to 6:00 the next morning, before the clocks go forward on 8 March 2026
START, END = local("2026-01-04 22:00"), local("2026-01-05 06:00")


@pytest.mark.parametrize(
    ("now", "on"),
    [
        ("2026-01-04 21:59", False),
        ("2026-01-04 22:00", True),
        ("2026-01-05 05:59", True),  # past midnight
        ("2026-01-05 06:00", False),
        ("2026-01-11 23:00", True),  # a week later
        ("2025-12-28 23:00", False),  # before it began
        ("2026-03-15 21:59", False),  # summer time: still 22:00 on the clock
        ("2026-03-15 22:00", True),
        ("2026-03-16 05:59", True),
        ("2026-03-16 06:00", False),
        ("2026-11-01 21:59", False),  # winter time again
        ("2026-11-01 22:00", True),
    ],
)
def test_a_weekly_shift_keeps_its_hours(now: str, on: bool) -> None:
    assert runs(START, END, weekly=True, now=local(now), zone=NEW_YORK) is on


def test_the_night_of_the_change_is_an_hour_shorter() -> None:
    start, end = local("2026-01-03 22:00"), local("2026-01-04 06:00")  # Saturday nights
    lengths = {b - a for a, b in islice(turns(start, end, weekly=True, now=start, zone=NEW_YORK), 60)}
    assert lengths == {timedelta(hours=7), timedelta(hours=8), timedelta(hours=9)}


def test_a_single_shift_runs_once() -> None:
    assert runs(START, END, weekly=False, now=local("2026-01-05 00:30"), zone=NEW_YORK)
    assert not runs(START, END, weekly=False, now=local("2026-01-12 00:30"), zone=NEW_YORK)
    assert list(turns(START, END, weekly=False, now=END, zone=NEW_YORK)) == []


def test_the_turns_to_come() -> None:
    first, second = islice(turns(START, END, weekly=True, now=local("2026-01-06 12:00"), zone=NEW_YORK), 2)
    assert first == (START + WEEK, END + WEEK)
    assert second == (START + 2 * WEEK, END + 2 * WEEK)


@given(
    now=st.datetimes(datetime(2026, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001 - made aware
    start=st.integers(0, 7 * 24 * 60),
    length=st.integers(1, 7 * 24 * 60),
)
def test_turns_are_to_come_and_in_order(now: datetime, start: int, length: int) -> None:
    begins = datetime(2026, 2, 1, tzinfo=UTC) + timedelta(minutes=start)
    found = list(islice(turns(begins, begins + timedelta(minutes=length), weekly=True, now=now, zone=NEW_YORK), 3))
    assert all(end > now for _start, end in found)
    assert found == sorted(found)
    assert found[0][0] <= max(now, begins) + WEEK + timedelta(hours=1)

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allies.inbox.hours import MONDAY, Hours

NEW_YORK = "America/New_York"


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("moment", "opens_at"),
    [
        ("2026-03-10 14:00", "2026-03-10 14:00"),  # 10 o'clock there: now
        ("2026-03-10 12:59", "2026-03-10 13:00"),  # 8:59: in a minute
        ("2026-03-11 00:00", "2026-03-11 13:00"),  # 20 o'clock: tomorrow
        ("2026-03-08 01:00", "2026-03-08 13:00"),  # the night in which clocks go forward: 9 is an hour earlier
        ("2026-03-07 01:00", "2026-03-07 14:00"),  # the night before
        ("2026-11-01 00:30", "2026-11-01 14:00"),  # the night in which they go back
        ("2026-10-31 03:00", "2026-10-31 13:00"),
    ],
)
def test_from_nine_to_eight_in_new_york(moment: str, opens_at: str) -> None:
    assert Hours(9, 20, NEW_YORK).allowed(utc(moment)) == utc(opens_at)


def test_an_hour_that_the_clocks_leave_out_is_not_open_that_day() -> None:
    assert Hours(2, 3, NEW_YORK).allowed(utc("2026-03-08 05:00")) == utc("2026-03-09 06:00")
    assert Hours(2, 5, NEW_YORK).allowed(utc("2026-03-08 05:00")) == utc("2026-03-08 07:00")  # at 3 there


def test_an_hour_that_comes_twice_opens_the_first_time_and_stays_open() -> None:
    hours = Hours(1, 2, NEW_YORK)
    assert hours.allowed(utc("2026-11-01 04:00")) == utc("2026-11-01 05:00")
    assert hours.is_open(utc("2026-11-01 05:30"))
    assert hours.is_open(utc("2026-11-01 06:30"))
    assert not hours.is_open(utc("2026-11-01 07:00"))


def test_over_midnight() -> None:
    hours = Hours(22, 6, "UTC")
    assert hours.is_open(utc("2026-03-10 23:00"))
    assert hours.is_open(utc("2026-03-10 05:59"))
    assert hours.allowed(utc("2026-03-10 06:00")) == utc("2026-03-10 22:00")


def test_the_same_hour_twice_is_always() -> None:
    assert Hours(9, 9, "UTC").is_open(utc("2026-03-10 03:00"))


def test_a_weekly_opening() -> None:
    assert Hours(9, 20, "UTC").next_opening(utc("2026-03-10 10:00"), MONDAY) == utc("2026-03-16 09:00")
    assert Hours(9, 20, "UTC").next_opening(utc("2026-03-16 08:00"), MONDAY) == utc("2026-03-16 09:00")
    assert Hours(9, 20, "UTC").next_opening(utc("2026-03-16 09:00"), MONDAY) == utc("2026-03-23 09:00")


@given(
    opens=st.integers(0, 23),
    closes=st.integers(0, 23),
    zone=st.sampled_from(sorted(available_timezones())),
    moment=st.integers(1_577_836_800, 2_051_222_400).map(lambda second: datetime.fromtimestamp(second, UTC)),
)
def test_a_letter_is_never_due_outside_and_waits_two_days_at_most(
    opens: int, closes: int, zone: str, moment: datetime
) -> None:
    hours = Hours(opens, closes, zone)
    due = hours.allowed(moment)
    assert hours.is_open(due)
    assert moment <= due <= moment + timedelta(hours=50)

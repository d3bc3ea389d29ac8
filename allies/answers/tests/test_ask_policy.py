from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import ValidationError
from django.test import TestCase
from hypothesis import given
from hypothesis import strategies as some

from allies.answers.models import AskPolicy

BERLIN = ZoneInfo("Europe/Berlin")
ZONES = ("UTC", "Europe/Berlin", "America/St_Johns", "Africa/Cairo", "America/Havana", "Australia/Lord_Howe")
FIRST = datetime(2005, 1, 1, tzinfo=UTC)
moments = some.integers(0, 25 * 365 * 86400).map(lambda seconds: FIRST + timedelta(seconds=seconds))


def due(sent: str, zone: ZoneInfo = BERLIN, *, urgent: bool = False) -> str:
    """In the times of `zone`, as a clock on the wall shows them."""
    answer = AskPolicy().due(datetime.fromisoformat(sent).replace(tzinfo=zone), urgent, zone)
    return answer.astimezone(zone).strftime("%a %d %b %H:%M %z")


@pytest.mark.parametrize(
    ("sent", "by"),
    [
        ("2026-11-23 00:00", "Fri 27 Nov 00:00 +0100"),  # Monday: Tuesday, Wednesday, Thursday
        ("2026-11-23 23:59", "Fri 27 Nov 00:00 +0100"),
        ("2026-11-24 09:00", "Sat 28 Nov 00:00 +0100"),  # by the end of Friday
        ("2026-11-26 09:00", "Wed 02 Dec 00:00 +0100"),  # over the weekend
        ("2026-11-27 20:00", "Thu 03 Dec 00:00 +0100"),  # Friday evening
        ("2026-11-28 09:00", "Thu 03 Dec 00:00 +0100"),
        ("2026-11-29 23:59", "Thu 03 Dec 00:00 +0100"),  # Sunday night
        ("2026-11-30 00:00", "Fri 04 Dec 00:00 +0100"),
        ("2026-03-27 20:00", "Thu 02 Apr 00:00 +0200"),  # clocks went forward in between
        ("2026-10-23 20:00", "Thu 29 Oct 00:00 +0100"),  # and back
    ],
)
def test_working_days_end_with_the_third(sent: str, by: str) -> None:
    assert due(sent) == by


def test_the_day_is_that_of_the_site() -> None:
    late = datetime(2026, 11, 23, 23, 30, tzinfo=UTC)  # Tuesday in Berlin
    assert AskPolicy().due(late, False, BERLIN) == datetime(2026, 11, 28, tzinfo=BERLIN)
    assert AskPolicy().due(late, False, ZoneInfo("UTC")) == datetime(2026, 11, 27, tzinfo=UTC)


def test_urgent_ones_count_in_hours_at_any_time() -> None:
    assert due("2026-11-27 20:00", urgent=True) == "Sat 28 Nov 00:00 +0100"
    assert due("2026-03-29 00:30", urgent=True) == "Sun 29 Mar 05:30 +0200"  # four hours, of which the clock shows five
    assert due("2026-10-25 00:30", urgent=True) == "Sun 25 Oct 03:30 +0100"


def test_urgent_is_never_later_than_the_rest() -> None:
    slow, sent = AskPolicy(urgent_hours=168, working_days=1), datetime(2026, 11, 23, 9, tzinfo=UTC)
    assert slow.due(sent, True, ZoneInfo("UTC")) == datetime(2026, 11, 25, tzinfo=UTC)


def test_where_midnight_is_skipped_the_day_begins_later() -> None:
    cairo = ZoneInfo("Africa/Cairo")  # Friday 28 April 2023 began at one
    assert due("2023-04-24 09:00", cairo) == "Fri 28 Apr 01:00 +0300"


@given(moments, some.timedeltas(timedelta(0), timedelta(days=9)), some.booleans(), some.sampled_from(ZONES))
def test_later_sent_is_never_due_earlier(sent: datetime, later: timedelta, urgent: bool, zone: str) -> None:
    policy, there = AskPolicy(), ZoneInfo(zone)
    assert sent < policy.due(sent, urgent, there) <= policy.due(sent + later, urgent, there)


@given(some.integers(0, 7200), some.integers(0, 7200), some.sampled_from([2007, 2009, 2010]))
def test_nor_where_clocks_go_back_over_midnight(one: int, other: int, year: int) -> None:
    zone, first = ZoneInfo("America/St_Johns"), {2007: 4, 2009: 1, 2010: 7}[year]  # of November, 00:01 became 23:01
    night = datetime(year, 11, first, 1, tzinfo=UTC)
    sent, later = sorted((night + timedelta(seconds=one), night + timedelta(seconds=other)))
    assert AskPolicy().due(sent, False, zone) <= AskPolicy().due(later, False, zone)


class Current(TestCase):
    def test_there_is_always_one(self) -> None:
        policy = AskPolicy.current()
        assert (policy.working_days, policy.urgent_hours, policy.soon_hours, policy.follow_up_days) == (3, 4, 24, 14)
        AskPolicy.objects.create(working_days=5)
        assert AskPolicy.current().working_days == 5

    def test_nothing_is_due_at_once_or_never(self) -> None:
        for name, value in (("working_days", 0), ("working_days", 31), ("urgent_hours", 0), ("follow_up_days", 366)):
            with pytest.raises(ValidationError) as problem:
                AskPolicy(**{name: value}).full_clean()
            assert name in problem.value.message_dict

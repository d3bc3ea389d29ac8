"""When a shift runs. Weekly shifts keep their hours on the clock on the wall, also when the clocks change."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

WEEK = timedelta(days=7)


Turn = tuple[datetime, datetime]


def turns(starts_at: datetime, ends_at: datetime, *, weekly: bool, now: datetime, zone: ZoneInfo) -> Iterator[Turn]:
    """The turns of a shift that are not over at `now`, soonest first: one, or for a weekly shift every one to come.

    All times are aware. A weekly shift begins each week at the hour at which `starts_at` stands on a clock in `zone`
    and ends as many hours later on the same clock, so a night in which clocks change is longer or shorter.
    """
    if not weekly:
        if ends_at > now:
            yield starts_at, ends_at
        return
    first, last = (each.astimezone(zone).replace(tzinfo=None) for each in (starts_at, ends_at))
    over = (
        now.astimezone(zone).replace(tzinfo=None) - last
    ) // WEEK  # this turn is over, but where clocks were put forward
    week = max(0, over)
    while True:
        start, end = ((each + week * WEEK).replace(tzinfo=zone).astimezone(UTC) for each in (first, last))
        if end > now:
            yield start, end
        week += 1


def runs(starts_at: datetime, ends_at: datetime, *, weekly: bool, now: datetime, zone: ZoneInfo) -> bool:
    turn = next(turns(starts_at, ends_at, weekly=weekly, now=now, zone=zone), None)
    return turn is not None and turn[0] <= now

"""When letters may arrive: whole hours of the clock in a member's own time zone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

MONDAY = 0
FARTHEST = 15  # days to look ahead: two weeks, so that an hour that one Monday does not have is found on the next


@dataclass(frozen=True, slots=True)
class Hours:
    """From `opens` to `closes` o'clock (0 to 23); over midnight when it closes before it opens; always when equal."""

    opens: int
    closes: int
    zone: str

    def is_open(self, moment: datetime) -> bool:
        hour = moment.astimezone(ZoneInfo(self.zone)).hour
        if self.opens <= self.closes:
            return self.opens == self.closes or self.opens <= hour < self.closes
        return hour >= self.opens or hour < self.closes

    def allowed(self, moment: datetime) -> datetime:
        """`moment` itself when it is open, or the next opening."""
        return moment if self.is_open(moment) else self.next_opening(moment)

    def next_opening(self, after: datetime, weekday: int | None = None) -> datetime:
        """The first opening later than `after`, on that weekday if one is given. In UTC.

        Where the clocks go forward over the opening, it is as much later that day, if that is still open; else there is
        none that day. Where an hour comes twice, it is the first.
        """
        today = self.day_of(after)
        for days in range(FARTHEST + 1):
            day = today + timedelta(days=days)
            opening = self._opening_on(day)
            if (weekday is None or day.weekday() == weekday) and opening > after and self.is_open(opening):
                return opening
        return after  # no zone is so; better now than never

    def day_of(self, moment: datetime) -> date:
        return moment.astimezone(ZoneInfo(self.zone)).date()

    def _opening_on(self, day: date) -> datetime:
        return datetime(day.year, day.month, day.day, self.opens, tzinfo=ZoneInfo(self.zone)).astimezone(UTC)

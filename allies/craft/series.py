"""Weeks and months in a row: days of non-use, openings, the member's own mood. What is not known stays a gap."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import fmean
from typing import Final

from allies.craft.calendar import WEEK, days
from allies.craft.observing import Observation

OPENINGS: Final = frozenset(("wish", "dip"))
"""Source: METHOD procedure 10: a wish (life should be different) or a dip (a low, admitted moment) is an opening."""


@dataclass(frozen=True, slots=True)
class Week:
    """Seven days from `start`, `passed` of them until today. Days count by their state (see calendar).

    `mood`: the mean of the member's own moods, of `moods` notes; None when there is none.
    """

    start: date
    passed: int
    noted: int
    non_use: int
    use: int
    mood: float | None
    moods: int


@dataclass(frozen=True, slots=True)
class Openings:
    """How many openings were noted in the month that begins at `start`. None noted is not none there."""

    start: date
    count: int


def weeks(
    observations: Iterable[Observation], *, today: date, count: int = 12, first_weekday: int = 0
) -> tuple[Week, ...]:
    """The last `count` weeks, the oldest first; the last one is the week of `today`."""
    notes = list(observations)
    this = today - timedelta(days=(today.weekday() - first_weekday) % WEEK)
    first = this - timedelta(weeks=count - 1)
    states: defaultdict[int, list[str]] = defaultdict(list)
    moods: defaultdict[int, list[int]] = defaultdict(list)
    for day, seen in days((note for note in notes if note.day >= first), today=today).items():
        states[(day - first).days // WEEK].append(seen.state)
    for note in notes:
        if first <= note.day <= today and note.mood is not None:
            moods[(note.day - first).days // WEEK].append(note.mood)
    return tuple(
        Week(
            start=(start := first + timedelta(weeks=number)),
            passed=min(WEEK, (today - start).days + 1),
            noted=len(states[number]),
            non_use=states[number].count("non_use"),
            use=states[number].count("use"),
            mood=fmean(moods[number]) if moods[number] else None,
            moods=len(moods[number]),
        )
        for number in range(count)
    )


def openings(
    observations: Iterable[Observation], *, today: date, also: Iterable[date] = (), count: int = 6
) -> tuple[Openings, ...]:
    """Openings in each of the last `count` months, the oldest first.

    A note whose `followed` holds a wish or a dip is one; `also` are the days of openings that were noted as such.
    """
    found = [note.day for note in observations if not OPENINGS.isdisjoint(note.followed)]
    per_month = Counter(day.replace(day=1) for day in (*found, *also) if day <= today)
    starts = [today.replace(day=1)]
    while len(starts) < count:
        starts.append((starts[-1] - timedelta(days=1)).replace(day=1))
    return tuple(Openings(start, per_month[start]) for start in reversed(starts))

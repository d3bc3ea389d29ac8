"""The days of a month, in the manner of a timeline follow-back: what is known of each, and of how many nothing is.

Source: L. C. Sobell, M. B. Sobell, Timeline follow-back, in: Measuring Alcohol Consumption (1992), 41-72: use day by
day on a calendar. There every day is asked for; a family sees only some, so a day without a note stays unknown here,
and what is unknown never counts as non-use and ends a run.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from statistics import fmean
from typing import Final, Literal

from allies.craft.observing import Observation

DayState = Literal["use", "non_use", "unsure", "nothing"]

DAY_STATES: Final[tuple[DayState, ...]] = ("use", "non_use", "unsure", "nothing")
WEEK: Final = 7


@dataclass(frozen=True, slots=True)
class Day:
    """One day: `use` if any note says so, otherwise `non_use` if any does, otherwise `unsure`; `nothing` noted.

    `mixed`: there is a note that is not sure beside one that is. `mood`: the member's own that day, the mean, 0 to 10.
    """

    day: date
    state: DayState
    episodes: int = 0
    mixed: bool = False
    mood: float | None = None


@dataclass(frozen=True, slots=True)
class Month:
    """`weeks` of seven days each, None where the day belongs to another month; `coming` days lie after today.

    `noted` on so many of `passed` days. `longest` and `running`: days of non-use in a row, the longest of the month,
    and the one that lasts until the last day with a note. Non-use is counted on noted days alone.
    """

    first: date
    weeks: tuple[tuple[Day | None, ...], ...]
    use: int
    non_use: int
    unsure: int
    noted: int
    passed: int
    coming: int
    longest: int
    running: int


def days(observations: Iterable[Observation], *, today: date) -> dict[date, Day]:
    """The days with a note, until `today`, in their order."""
    notes: defaultdict[date, list[Observation]] = defaultdict(list)
    for note in observations:
        if note.day <= today:
            notes[note.day].append(note)
    return {day: _day(day, notes[day]) for day in sorted(notes)}


def _day(day: date, notes: Sequence[Observation]) -> Day:
    states = {note.state for note in notes}
    state = next(state for state in DAY_STATES if state in states)
    moods = [note.mood for note in notes if note.mood is not None]
    return Day(day, state, len(notes), state != "unsure" and "unsure" in states, fmean(moods) if moods else None)


def month(observations: Iterable[Observation], *, of: date, today: date, first_weekday: int = 0) -> Month:
    """The month in which `of` lies. `first_weekday`: 0 for Monday to 6 for Sunday. In any order of `observations`."""
    first = of.replace(day=1)
    following = (first + timedelta(days=31)).replace(day=1)
    length = (following - first).days
    seen = days((note for note in observations if first <= note.day < following), today=today)
    row = [seen.get(day) or Day(day, "nothing") for day in (first + timedelta(days=number) for number in range(length))]
    passed = [day for day in row if day.day <= today]
    states = [day.state for day in passed]
    runs = _runs(states)
    return Month(
        first=first,
        weeks=_weeks(row, first_weekday),
        use=states.count("use"),
        non_use=states.count("non_use"),
        unsure=states.count("unsure"),
        noted=len(states) - states.count("nothing"),
        passed=len(states),
        coming=length - len(states),
        longest=max(runs, default=0),
        running=_running(states),
    )


def _weeks(row: Sequence[Day], first_weekday: int) -> tuple[tuple[Day | None, ...], ...]:
    before = (row[0].day.weekday() - first_weekday) % WEEK
    cells = [*([None] * before), *row]
    cells += [None] * (-len(cells) % WEEK)
    return tuple(tuple(cells[start : start + WEEK]) for start in range(0, len(cells), WEEK))


def _runs(states: Sequence[DayState]) -> list[int]:
    return [len(list(group)) for state, group in groupby(states) if state == "non_use"]


def _running(states: Sequence[DayState]) -> int:
    """The last run, if nothing but silence has come since: days without a note at the end do not add to it."""
    noted = list(states)
    while noted and noted[-1] == "nothing":
        noted.pop()
    run = 0
    while noted and noted.pop() == "non_use":
        run += 1
    return run

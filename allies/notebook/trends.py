"""My life over time: a small line for each of its ten parts, in the order in which they were looked at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from django.utils.formats import date_format
from django.utils.translation import gettext

from allies.notebook.drawing import Mark, percent, rem
from allies.notebook.kinds.kind import ten_of
from allies.notebook.kinds.me import AREAS, LifeForm
from allies.notebook.models import Entry

DRAWN: Final = 12  # the latest; more would not be told apart on a phone
TOP, TALL, MOST = 0.5, 2.4, 10  # rem, rem, and the scale


@dataclass(frozen=True, slots=True)
class Line:
    """One part of a life. `said`: its numbers, the oldest first; `now`: the last of them."""

    key: str
    title: str
    said: str
    now: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Trend:
    first: str
    last: str
    lines: tuple[Line, ...]


def life_trend(newest_first: Sequence[Entry]) -> Trend | None:
    """None until there are two days to compare. What was left out is a gap, not a bridge."""
    looked = [(entry.day, entry.given) for entry in reversed(newest_first[:DRAWN]) if entry.day]
    if len(looked) < 2:
        return None
    lines = []
    for area in AREAS:
        numbers = [ten_of(given, area) for _day, given in looked]
        known = [number for number in numbers if number is not None]
        if known:
            said = " → ".join("–" if number is None else str(number) for number in numbers)
            title = str(LifeForm.base_fields[area].label)
            now = gettext("%(number)s of 10") % {"number": known[-1]}
            lines.append(Line(area, title, said, now, _marks(numbers)))
    first, last = (date_format(day, "j F Y") for day in (looked[0][0], looked[-1][0]))
    return Trend(first, last, tuple(lines)) if lines else None


def _marks(numbers: Sequence[int | None]) -> tuple[Mark, ...]:
    slot = 92 / (len(numbers) - 1)
    marks = []
    for place, (number, after) in enumerate(zip(numbers, [*numbers[1:], None], strict=True)):
        if number is None:
            continue
        to = {} if after is None else {"to_x": percent(4 + slot * (place + 1)), "to_y": _height(after)}
        marks.append(Mark("", str(number), x=percent(4 + slot * place), y=_height(number), **to))
    return tuple(marks)


def _height(number: int) -> str:
    return rem(TOP + TALL * (1 - number / MOST))

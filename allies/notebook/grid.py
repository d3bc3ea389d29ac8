"""A month as a table of days, each a link: what is known of it told by shape, word and colour."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.utils.dates import WEEKDAYS, WEEKDAYS_ABBR
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from allies.craft.calendar import WEEK, Day, Month

WORDS: Final[dict[str, str | Promise]] = {
    "use": _("use"), "non_use": _("no use"), "unsure": _("unsure"), "nothing": "",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Cell:
    """One day. `label` is all of it for who hears the page; `url` is "" for days to come."""

    number: int
    state: str
    word: str
    label: str
    url: str
    today: bool


@dataclass(frozen=True, slots=True)
class Grid:
    title: str
    heads: tuple[tuple[str, str], ...]  # short, whole
    weeks: tuple[tuple[Cell | None, ...], ...]
    summary: tuple[str, ...]


def grid(month: Month, *, url: Callable[[date], str], today: date) -> Grid:
    """The days of `month`, each leading to `url(day)`."""
    monday_first = [(str(WEEKDAYS_ABBR[number]), str(WEEKDAYS[number])) for number in range(WEEK)]
    start = _first_weekday(month)
    return Grid(
        title=date_format(month.first, "F Y"),
        heads=(*monday_first[start:], *monday_first[:start]),
        weeks=tuple(tuple(_cell(day, url, today) if day else None for day in week) for week in month.weeks),
        summary=_summary(month),
    )


def _first_weekday(month: Month) -> int:
    """Which weekday the table's columns begin with: told by where the first of the month stands."""
    place = next(number for number, day in enumerate(month.weeks[0]) if day)
    return (month.first.weekday() - place) % WEEK


def _cell(day: Day, url: Callable[[date], str], today: date) -> Cell:
    coming = day.day > today
    return Cell(
        number=day.day.day,
        state="coming" if coming else day.state,
        word=str(WORDS[day.state]),
        label=_label(day),
        url="" if coming else url(day.day),
        today=day.day == today,
    )


def _label(day: Day) -> str:
    parts = [date_format(day.day, "l j F"), str(WORDS[day.state]) or gettext("nothing noted")]
    if day.mixed:
        parts.append(gettext("once unsure"))
    if day.episodes > 1:
        parts.append(ngettext("%(n)s note", "%(n)s notes", day.episodes) % {"n": day.episodes})
    if day.mood is not None:
        parts.append(
            gettext("your mood %(mood)s of 10") % {"mood": f"{day.mood:g}" if day.mood % 1 == 0 else f"{day.mood:.1f}"}
        )
    return ", ".join(parts)


def _summary(month: Month) -> tuple[str, ...]:
    """The month in up to three sentences. What is not known is said, and counted as nothing."""
    if not month.passed:
        return (gettext("This month is still to come."),)
    lines = []
    if month.noted:
        lines.append(
            gettext("No use on %(non_use)s of %(noted)s days with a note.")
            % {"non_use": month.non_use, "noted": month.noted}
        )
    lines.append(
        gettext("You noted something on %(noted)s of %(passed)s days. The rest is not known.")
        % {"noted": month.noted, "passed": month.passed}
        if month.noted < month.passed
        else gettext("You noted something every day.")
    )
    if month.longest > 1:
        lines.append(gettext("The longest run without use: %(n)s days.") % {"n": month.longest})
    return tuple(lines)

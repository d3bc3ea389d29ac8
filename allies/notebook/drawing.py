"""Charts as plain values: every place is worked out here, the templates only write it down as SVG.

Across, lengths are percent and down they are rem, so a chart fills a phone's width while its words keep their size. The
numbers stand in a table beside each chart. Colours come from classes; use is hatched, so no colour speaks alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from django.utils.formats import date_format
from django.utils.translation import gettext

from allies.craft.chance import Share
from allies.craft.patterns import After, Patterns, Table
from allies.craft.series import Openings, Week
from allies.notebook.saying import TITLES, between, label, not_enough, sentence, so_many

ROW: Final = 3.4  # rem, of one bar with its words
PLOT: Final = 8.0  # rem, of columns and lines
MOST_MOOD: Final = 10
LABELS_ACROSS: Final = 4
MOST_DRAWN: Final = 4  # of what followed; the table holds all


@dataclass(frozen=True, slots=True)
class Mark:
    """One bar, column or dot, with its words. Lengths are SVG's, ready to be written; "" where there is none."""

    label: str
    text: str
    x: str = ""
    y: str = ""
    text_y: str = ""
    size: str = ""
    line_y: str = ""
    whole_y: str = ""
    whole_end: str = ""
    low: str = ""
    high: str = ""
    to_x: str = ""
    to_y: str = ""
    ground: str = ""  # where the noted days begin, behind the column
    ground_size: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """`kind` names the template; `key` makes ids unique on a page; `rows` are the same numbers as a table."""

    kind: str
    key: str
    title: str
    summary: str
    height: str
    marks: tuple[Mark, ...]
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    whole: str = ""  # where the share of all notes lies
    width: str = ""  # of a column
    tone: str = ""
    note: str = ""  # how to read it


def pattern_charts(found: Patterns) -> list[Chart]:
    """Use by time of day, weekday, place, company and feeling: a chart for each. None until there is enough."""
    return [] if found.missing else [_use_chart(table, found.use) for table in found.tables if table.rows]


def after_charts(found: Patterns) -> list[Chart]:
    """What followed, a chart for each thing the member did often enough."""
    return [_after_chart(after) for after in found.after if not after.missing]


def after_waiting(found: Patterns) -> list[str]:
    """One line for each thing the member did that has too few notes yet."""
    return [f"{label('act', after.act)}: {not_enough(after.missing)}" for after in found.after if after.missing]


def hint_lines(found: Patterns, *, most: int = 4) -> list[dict[str, object]]:
    """The sentences to show, clear ones first: {"text", "clear"}."""
    return [{"text": sentence(hint), "clear": hint.clear} for hint in found.hints[:most]]


def _use_chart(table: Table, use: Share) -> Chart:
    named = [(label(table.by, row.value), row.share, row.unsure) for row in table.rows]
    return Chart(
        kind="bars",
        key=table.by,
        title=str(TITLES[table.by]),
        summary=_listed((name, share) for name, share, _unsure in named),
        height=rem(ROW * len(named)),
        marks=_bars((name, share) for name, share, _unsure in named),
        heads=(gettext("What"), gettext("Use"), gettext("May be"), gettext("Unsure")),
        rows=tuple((name, so_many(share), between(share), str(unsure)) for name, share, unsure in named),
        whole="" if use.rate is None else percent(100 * use.rate),
        tone="use",
    )


def _after_chart(after: After) -> Chart:
    named = [(label("followed", row.value), row.share) for row in after.rows]
    return Chart(
        kind="bars",
        key=after.act,
        title=gettext("After: %(act)s") % {"act": label("act", after.act)},
        summary=_listed(named),
        height=rem(ROW * len(named[:MOST_DRAWN])),
        marks=_bars(named[:MOST_DRAWN]),
        heads=(gettext("What followed"), gettext("How often"), gettext("May be")),
        rows=tuple((name, so_many(share), between(share)) for name, share in named),
        tone="followed",
    )


def _listed(named: Iterable[tuple[str, Share]]) -> str:
    return "; ".join(
        f"{name}: {not_enough(share.missing) if share.missing else so_many(share)}" for name, share in named
    )


def _bars(named: Iterable[tuple[str, Share]]) -> tuple[Mark, ...]:
    return tuple(_bar(number * ROW, name, share) for number, (name, share) in enumerate(named))


def _bar(top: float, name: str, share: Share) -> Mark:
    place = {
        "text_y": rem(top + 1.05),
        "y": rem(top + 1.5),
        "line_y": rem(top + 2.6),
        "whole_y": rem(top + 1.3),
        "whole_end": rem(top + 2.8),
    }
    if share.interval is None or share.rate is None:
        return Mark(name, not_enough(share.missing), **place)
    low, high = (percent(100 * end) for end in share.interval)
    return Mark(name, so_many(share), size=percent(100 * share.rate), low=low, high=high, **place)


def week_chart(weeks: Sequence[Week]) -> Chart:
    """Days of non-use in each week, before the days that were noted at all."""
    names = [date_format(week.start, "j M") for week in weeks]
    return Chart(
        kind="columns",
        key="weeks",
        title=gettext("Days of no use, week by week"),
        summary="; ".join(f"{name}: {_days(week)}" for name, week in zip(names, weeks, strict=True)),
        height=rem(PLOT + 2.6),
        marks=_columns(names, [(week.non_use, week.noted) for week in weeks], most=7),
        heads=(gettext("Week from"), gettext("No use"), gettext("Days noted"), gettext("Use")),
        rows=tuple(
            (name, str(week.non_use), _noted(week), str(week.use)) for name, week in zip(names, weeks, strict=True)
        ),
        width=percent(60 / len(weeks)),
        tone="non-use",
        note=gettext("Full: days of no use. Outline: days with a note. The rest is not known."),
    )


def _days(week: Week) -> str:
    if not week.noted:
        return gettext("nothing noted")
    return gettext("%(some)s noted days") % {"some": so_many(Share(week.non_use, week.noted))}


def _noted(week: Week) -> str:
    return so_many(Share(week.noted, week.passed)) if week.noted else gettext("nothing noted")


def opening_chart(months: Sequence[Openings]) -> Chart:
    """Openings in each month."""
    names = [date_format(month.start, "M") for month in months]
    counted = [(name, str(month.count)) for name, month in zip(names, months, strict=True)]
    return Chart(
        kind="columns",
        key="openings",
        title=gettext("Openings, month by month"),
        summary="; ".join(f"{name}: {count}" for name, count in counted),
        height=rem(PLOT + 2.6),
        marks=_columns(names, [(month.count, 0) for month in months], most=max(4, *(one.count for one in months))),
        heads=(gettext("Month"), gettext("Openings noted")),
        rows=tuple(counted),
        width=percent(45 / len(months)),
        tone="wishes",
        note=gettext("A wish to change, or a low moment: when an invitation may be heard."),
    )


def _columns(names: Sequence[str], values: Sequence[tuple[int, int]], *, most: int) -> tuple[Mark, ...]:
    slot, shown = 100 / len(names), _shown(len(names))
    marks = []
    for number, (name, (value, behind)) in enumerate(zip(names, values, strict=True)):
        size, ground = (PLOT * count / most for count in (value, behind))
        marks.append(
            Mark(
                label=name if number in shown else "",
                text=str(value) if value or behind else "–",
                x=percent(slot * (number + 0.5)),
                low=percent(slot * (number + 0.2 if len(names) > 6 else number + 0.275)),
                y=rem(1.4 + PLOT - size),
                size=rem(size) if value else "",
                text_y=rem(1.1 + PLOT - max(size, ground)),
                ground=rem(1.4 + PLOT - ground),
                ground_size=rem(ground) if behind else "",
            )
        )
    return tuple(marks)


def _shown(count: int) -> set[int]:
    """The places that carry a label: as many as a phone has room for, the last among them."""
    step = -(-count // LABELS_ACROSS) if count > 6 else 1
    return set(range(count - 1, -1, -step))


def mood_chart(weeks: Sequence[Week]) -> Chart:
    """The member's own mood, its mean in each week. A week without one is a gap, not a bridge."""
    names = [date_format(week.start, "j M") for week in weeks]
    said = ["–" if week.mood is None else f"{week.mood:.1f}" for week in weeks]
    return Chart(
        kind="line",
        key="mood",
        title=gettext("Your own mood, week by week"),
        summary="; ".join(f"{name}: {mood}" for name, mood in zip(names, said, strict=True)),
        height=rem(PLOT + 2.6),
        marks=_dots(names, said, [week.mood for week in weeks]),
        heads=(gettext("Week from"), gettext("Mood, 0 to 10"), gettext("Notes")),
        rows=tuple(
            (name, mood, str(week.moods)) for name, mood, week in zip(names, said, weeks, strict=True)
        ),
        tone="mood",
    )  # fmt: skip


def _dots(names: Sequence[str], said: Sequence[str], moods: Sequence[float | None]) -> tuple[Mark, ...]:
    slot, shown = 92 / len(names), _shown(len(names))
    places = [None if mood is None else 1.2 + PLOT * (1 - mood / MOST_MOOD) for mood in moods]
    last = max((number for number, place in enumerate(places) if place is not None), default=-1)
    marks = []
    for number, place in enumerate(places):
        before = places[number - 1] if number else None
        falls = (
            place is not None and before is not None and before < place
        )  # its words go below: the line comes from above
        after = places[number + 1] if number + 1 < len(places) else None
        joined = place is not None and after is not None
        marks.append(
            Mark(
                label=names[number] if number in shown else "",
                text=said[number] if number == last else "",
                x=percent(8 + slot * (number + 0.5)),
                y="" if place is None else rem(place),
                text_y="" if place is None else rem(place + 1.3 if falls else place - 0.65),
                to_x=percent(8 + slot * (number + 1.5)) if joined else "",
                to_y=rem(after) if joined and after is not None else "",
            )
        )
    return tuple(marks)


def percent(value: float) -> str:
    return f"{round(value, 2):g}%"


def rem(value: float) -> str:
    return f"{round(value, 3):g}rem"

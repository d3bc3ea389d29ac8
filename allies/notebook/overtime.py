"""How it goes over weeks and months: days of no use, openings, her own mood. From few notes nothing is drawn."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext

from allies.craft.chance import ENOUGH
from allies.craft.observing import Observation
from allies.craft.series import OPENINGS, openings, weeks
from allies.notebook.drawing import Chart, mood_chart, opening_chart, week_chart
from allies.notebook.kinds.kind import ten_of
from allies.notebook.models import Entry, KindName
from allies.notebook.saying import not_enough


def over_time(found: Iterable[Entry], today: date) -> tuple[list[Chart], list[str]]:
    """The charts that there is enough for, and a line for each that waits for more notes."""
    notes, moods, opened = [], [], []
    for entry in found:
        if entry.kind == KindName.OPENING:
            opened += [entry.day] if entry.day else []
        elif note := entry.observation():
            notes.append(note)
            moods += [note] if note.mood is not None else []
        elif entry.day and (mood := ten_of(entry.given, "mood")) is not None:
            moods.append(
                Observation(entry.day, "unsure", mood=mood)
            )  # a page of the journal: of it only the mood counts
    seen = {note.day for note in notes if not OPENINGS.isdisjoint(note.followed)}
    also = [day for day in opened if day not in seen]  # noted twice on one day, it is one moment
    by_week, by_month = weeks(notes, today=today), openings(notes, today=today, also=also)
    drawn, waiting = [], []
    for chart, title, missing in (
        (week_chart(by_week), gettext("Days of no use"), ENOUGH - sum(1 for each in notes if each.day <= today)),
        (opening_chart(by_month), gettext("Openings"), 1 - sum(each.count for each in by_month)),
        (mood_chart(weeks(moods, today=today)), gettext("Your own mood"), ENOUGH - len(moods)),
    ):
        if missing > 0:
            waiting.append(f"{title}: {not_enough(missing)}")
        else:
            drawn.append(chart)
    return drawn, waiting

"""For them: openings, the moments in which help can be offered. Source: METHOD procedure 10."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from allies.notebook.kinds.fields import EntryForm, box, day, tap
from allies.notebook.kinds.kind import Kind, day_of, label, text_of
from allies.notebook.models import Entry, Given, KindName

WAYS = [
    ("wish", _("A wish: they said life should be different")),
    ("dip", _("A dip: a low moment, and they said so")),
    ("planned", _("A talk that I planned")),
]
ANSWERS = [("yes", _("Yes")), ("maybe", _("Maybe")), ("no", _("No")), ("not_asked", _("I did not ask"))]
LONG = 60  # days without an opening after which the page speaks of a planned talk


class OpeningForm(EntryForm):
    way = tap(_("What kind of moment was it?"), WAYS, required=True)
    day = day(_("Which day?"))
    heard = box(_("What did you hear or see?"))
    i_said = box(_("What did you say?"))
    answer = tap(_("What did they say to help?"), ANSWERS)
    plan = box(
        _("If you plan a talk: when, where, who speaks?"),
        hint=_("A calm and sober time. Few people, few words. Leave it out while there is fear of violence."),
    )


def says(rows: Sequence[Entry], today: date) -> str:
    days = [found for row in rows if (found := day_of(row.given)) and found <= today]
    if not days:
        return ""
    since = (today - max(days)).days
    last = (
        ngettext("The last one was %(count)d day ago.", "The last one was %(count)d days ago.", since)
        % {"count": since}
        if since
        else _now("The last one was today.")
    )
    if since < LONG:
        return last
    planned = _now("If none comes and you worry more, you can plan a talk: a chosen time, few people, few words.")
    return f"{last} {planned}"


def _line(given: Given) -> str:
    short = {"wish": _now("Wish"), "dip": _now("Dip"), "planned": _now("Planned talk")}
    parts = [short.get(str(given.get("way")), ""), text_of(given, "heard", "i_said", "plan")]
    return " · ".join(filter(None, [*parts, label(ANSWERS, given.get("answer"))]))


OPENING = Kind(
    name=KindName.OPENING,
    slug="openings",
    group="them",
    title=_("Openings"),
    purpose=_("Moments in which they wished for something else, or were low and said so. Then help can be offered."),
    empty=_("“I cannot go on like this” is one. So is “I miss my job.” If none comes, you can plan a quiet talk here."),
    new=_("Note an opening"),
    form=OpeningForm,
    line=_line,
    says=says,
    by_day=True,
)

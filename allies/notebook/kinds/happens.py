"""What happens: an episode of use or non-use, and a healthy activity. Source: METHOD procedures 2 and 3."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, cast

from django.core.exceptions import ValidationError
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from allies.craft.observing import Observation, State
from allies.notebook.kinds import episode
from allies.notebook.kinds.fields import EntryForm, box, day, line, tap, taps, ten
from allies.notebook.kinds.kind import Kind, day_of, label, labels, ten_of, text_of
from allies.notebook.models import Given, KindName

WHEN = [("now", _("Now")), ("today", _("Earlier today")), ("yesterday", _("Yesterday")), ("other", _("Another day"))]
HOURS = ((5, "night"), (12, "morning"), (17, "afternoon"), (22, "evening"), (24, "night"))  # until this hour


def hour_of(moment: datetime) -> str:
    return next(name for until, name in HOURS if moment.hour < until)


class QuickForm(EntryForm):
    """Four taps. Its "when" becomes a day: read next week, "now" would be wrong."""

    state = tap(_("How are they right now?"), episode.STATES, required=True)
    when = tap(_("When was that?"), WHEN)
    day = day(_("Which day?"), today=False)
    i_did = taps(_("What did you do?"), episode.MY_ACTS)
    followed = taps(_("What came of it?"), episode.FOLLOWED)

    def given(self, opened_at: datetime) -> Given:
        given, moment = super().given(opened_at), localtime(opened_at)
        when = given.pop("when")
        if when == "now":
            return given | {"day": moment.date().isoformat(), "hour": hour_of(moment)}
        if when in {"today", "yesterday"}:
            return given | {"day": (moment.date() - timedelta(days=when == "yesterday")).isoformat()}
        return given

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if cleaned.get("when") == "other" and not cleaned.get("day") and "day" not in self.errors:
            raise ValidationError({"day": _("Please say which day it was.")})
        return cleaned

    @classmethod
    def begun(cls, given: dict[str, Any]) -> dict[str, Any]:
        return {"when": "other" if given.get("day") else "now"} | given


class ObservationForm(EntryForm):
    state = tap(_("Were they using?"), episode.STATES, required=True)
    day = day(_("Which day?"), required=True)
    hour = tap(_("What time of day?"), episode.HOURS)
    place = tap(_("Where?"), episode.PLACES)
    company = taps(_("Who was with them?"), episode.COMPANY)
    outer = box(_("What was going on just before?"), hint=_("A place, a person, a time, a payday, a quarrel."))
    feeling = taps(_("How did they seem to feel before it?"), episode.FEELINGS)
    inner = box(_("What may they have been thinking?"), hint=_("Your guess is enough."))
    what = line(_("What, how much, for how long?"), hint=_("As far as you know."))
    gain = box(_("What did it do for them at first?"), hint=_("Sleep, company, quiet, less worry."))
    cost = box(_("What did it cost them later?"), hint=_("Health, money, work, the people they love."))
    i_did = taps(_("What did you do?"), episode.MY_ACTS)
    followed = taps(_("What came of it?"), episode.FOLLOWED)
    mood = ten(_("How were you, from 0 to 10?"), hint=_("0 is as bad as it gets, 10 is well."))
    more = box(_("Anything else?"))


class ActivityForm(EntryForm):
    what = line(_("What do they like to do that is good for them?"), required=True)
    day = day(_("When was it last?"))
    hour = tap(_("What time of day?"), episode.HOURS)
    place = tap(_("Where?"), episode.PLACES)
    company = taps(_("Who is with them?"), episode.COMPANY)
    outer = box(_("What makes it start?"), hint=_("A place, a person, a time of day."))
    feeling = taps(_("How do they seem to feel before it?"), episode.FEELINGS)
    cost = box(_("What is hard about it at first?"), hint=_("The way there, the money, being shy."))
    gain = box(_("What good comes of it later?"), hint=_("Sleep, friends, pride, a full day."))
    i_did = taps(_("What did you do?"), episode.MY_ACTS)
    followed = taps(_("What came of it?"), episode.FOLLOWED)
    help = box(_("How could you make it a little easier?"), hint=_("One small thing that you are glad to do."))


def observed(kind: str, given: Given) -> Observation | None:
    """A healthy activity is an hour of non-use."""
    state, on = given.get("state"), day_of(given)
    if kind == KindName.ACTIVITY:
        state = "non_use"
    elif kind != KindName.OBSERVATION:
        return None
    if on is None or not state:
        return None
    return Observation(
        day=on,
        state=cast("State", state),
        hour=str(given.get("hour", "")),
        place=str(given.get("place", "")),
        company=tuple(given.get("company", ())),
        feeling=tuple(given.get("feeling", ())),
        i_did=tuple(given.get("i_did", ())),
        followed=tuple(given.get("followed", ())),
        mood=ten_of(given, "mood"),
    )


def _line(given: Given) -> str:
    parts = [label(episode.STATES, given.get("state")), label(episode.HOURS, given.get("hour"))]
    return " · ".join(filter(None, [*parts, labels(episode.MY_ACTS, given.get("i_did")), text_of(given, "more")]))


OBSERVATION = Kind(
    name=KindName.OBSERVATION,
    slug="days",
    group="happens",
    title=_("Days and moments"),
    purpose=_("What happened, what you did, what came of it. After a few weeks you can see a pattern."),
    empty=_("Nothing is here yet. Four taps are enough for the first one. Good moments count as much as hard ones."),
    new=_("Note a moment"),
    form=ObservationForm,
    quick=QuickForm,
    line=_line,
    by_day=True,
)
ACTIVITY = Kind(
    name=KindName.ACTIVITY,
    slug="activities",
    group="happens",
    title=_("Things they enjoy"),
    purpose=_("What they like that has nothing to do with using. Later you can choose one to make easier."),
    empty=_("What did they use to love? Fishing, a show, a friend. Begin with one, however small."),
    new=_("Note one"),
    form=ActivityForm,
    line=lambda given: text_of(given, "what"),
    by_day=True,
)

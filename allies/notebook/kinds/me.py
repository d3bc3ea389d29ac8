"""For me: my life, goals, people, journal, three questions for the heat of it. Source: METHOD procedure 9."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from allies.notebook.kinds.fields import EntryForm, box, day, line, tap, taps, ten
from allies.notebook.kinds.kind import Kind, label, ten_of, text_of
from allies.notebook.models import Given, KindName

AREAS = ("health", "sleep", "money", "work", "home", "family", "friends", "partner", "joy", "meaning")
DONE = [("not_yet", _("Not yet")), ("begun", _("Begun")), ("done", _("Done"))]
HELPS = [
    ("listens", _("Listens")),
    ("knows", _("Knows about it")),
    ("calls", _("I can call at night")),
    ("practical", _("Helps with children, rides, money")),
    ("fun", _("Makes me laugh")),
]
WAITS = [("wait", _("I wait")), ("leave", _("I leave the room")), ("say", _("I say one calm sentence"))]


class LifeForm(EntryForm):
    day = day(_("Which day?"), required=True)
    health = ten(_("My body"))
    sleep = ten(_("Sleep and rest"))
    money = ten(_("Money"))
    work = ten(_("Work or school"))
    home = ten(_("Home"))
    family = ten(_("Family"))
    friends = ten(_("Friends"))
    partner = ten(_("Love"))
    joy = ten(_("Things I enjoy"))
    meaning = ten(_("What I believe in"))
    more = box(_("What would make one of them a little better?"))


class GoalForm(EntryForm):
    what = line(
        _("What will you do?"),
        hint=_("Small and yours: “On Tuesday I walk for twenty minutes.”"),
        required=True,
    )
    day = day(_("By when?"), today=False)
    first = line(_("What is the first step?"))
    hard = box(_("What could get in the way, and what then?"))
    state = tap(_("How far is it?"), DONE)


class SupporterForm(EntryForm):
    what = line(_("Who is it?"), hint=_("A first name or a letter is enough."), required=True)
    helps = taps(_("What is this person good for?"), HELPS)
    reach = line(_("How do you reach them?"))
    ask = box(_("What could you ask them for this week?"))


class JournalForm(EntryForm):
    day = day(_("Which day?"))
    what = box(_("Write as it comes"), rows=10, required=True)
    mood = ten(_("How are you, from 0 to 10?"), hint=_("0 is as bad as it gets, 10 is well."))


class MomentForm(EntryForm):
    what = box(
        _("What is happening, and is anybody in danger?"), hint=_("In danger: urgent help first."), required=True
    )
    want = box(_("What do you most want to come of it?"))
    next = tap(_("What is one calm thing that you can do?"), WAITS)
    words = line(_("Which words, if any?"), hint=_("“I love you. I will talk about it tomorrow.”"))
    day = day(_("Which day?"))


def _life(given: Given) -> str:
    count = sum(ten_of(given, area) is not None for area in AREAS)
    areas = ngettext("%(count)d part", "%(count)d parts", count) % {"count": count} if count else ""
    return " · ".join(filter(None, [areas, text_of(given, "more")]))


def _goal(given: Given) -> str:
    return " · ".join(filter(None, [label(DONE, given.get("state")), text_of(given, "what")]))


LIFE = Kind(
    name=KindName.LIFE,
    slug="life",
    group="me",
    title=_("My life"),
    purpose=_("Ten parts of your life, from 0 to 10. Once a month shows where it moves."),
    empty=_("How are you, apart from all this? Take two minutes. You can leave out what you like."),
    new=_("Look at my life today"),
    form=LifeForm,
    line=_life,
    by_day=True,
)
GOAL = Kind(
    name=KindName.GOAL,
    slug="goals",
    group="me",
    title=_("Small goals"),
    purpose=_("One small thing for yourself, with a day."),
    empty=_("What would do you good this week? Small is right."),
    new=_("Add a goal"),
    form=GoalForm,
    line=_goal,
)
SUPPORTER = Kind(
    name=KindName.SUPPORTER,
    slug="people",
    group="me",
    title=_("Who stands by me"),
    purpose=_("People to call, and what each is good for."),
    empty=_("One person is a beginning. Who would pick up?"),
    new=_("Add a person"),
    form=SupporterForm,
    line=lambda given: text_of(given, "what"),
)
JOURNAL = Kind(
    name=KindName.JOURNAL,
    slug="journal",
    group="me",
    title=_("Journal"),
    purpose=_("For whatever is on your mind. Nobody else reads it."),
    empty=_("Write as it comes. It need not be about them."),
    new=_("Write"),
    form=JournalForm,
    line=lambda given: text_of(given, "what"),
    by_day=True,
)
MOMENT = Kind(
    name=KindName.MOMENT,
    slug="moments",
    group="me",
    title=_("In the heat of it"),
    purpose=_("Three questions before you answer, call or run after them."),
    empty=_("When it gets loud inside: three questions, one minute."),
    new=_("Three questions now"),
    form=MomentForm,
    line=lambda given: text_of(given, "what", "want", "words"),
    by_day=True,
)

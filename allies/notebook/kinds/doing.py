"""What I do: rewards, what cushions use, boundaries. Source: METHOD procedures 5, 6 and 7."""

from __future__ import annotations

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from allies.craft.never import never
from allies.notebook.kinds.fields import EntryForm, box, day, line, tap, taps
from allies.notebook.kinds.kind import Kind, label, text_of
from allies.notebook.models import Given, KindName

YES_NO = [("yes", _("Yes")), ("no", _("No"))]
COSTS = [("nothing", _("Nothing")), ("little", _("A little")), ("more", _("More"))]
MOMENTS = [("at_once", _("At once")), ("same_day", _("The same day")), ("later", _("Later"))]
WENT = [("well", _("Well")), ("so_so", _("So-so")), ("not_well", _("Not well"))]
DANGERS = [
    ("overdose", _("An overdose, or not waking up")),
    ("withdrawal", _("Getting ill from stopping suddenly")),
    ("suicide", _("Hurting themselves, or wanting to die")),
    ("violence", _("Somebody could be hit, hurt or threatened")),
    ("child", _("A child could be hurt or alone")),
    ("driving", _("Driving while affected")),
    ("cold", _("Being out in the cold or the heat with nowhere to go")),
    ("medical", _("Missing medicine, or help when ill")),
]


class RewardForm(EntryForm):
    what = line(
        _("What could you give?"), hint=_("Small, at once, nice for both of you. Time counts too."), required=True
    )
    cost = tap(_("What does it cost?"), COSTS)
    moment = tap(_("How soon can you give it?"), MOMENTS)
    day = day(_("When did you last give it?"), today=False)
    used = tap(_("Were they not using then?"), YES_NO, hint=_("Look first. If you are not sure, wait."))
    said = box(_("What did you say?"), hint=_("“I like this evening with you, when you are not drinking.”"))
    went = tap(_("How did it go?"), WENT)


class CushionForm(EntryForm):
    what = box(
        _("What do you do that softens what using brings?"),
        hint=_("Calling in sick for them, paying, tidying up. You did it out of love."),
        required=True,
    )
    danger = taps(
        _("If you stopped: could any of this happen?"),
        DANGERS,
        hint=_("Then it is not one to stop. That is no weakness: some things keep people alive."),
    )
    follows = box(_("What would follow, if you did not do it?"))
    say = box(_("How would you tell them beforehand, calmly?"))
    hard = box(_("What will be hard about it, and who can stand by you?"))
    day = day(_("From when on?"), today=False)


class BoundaryForm(EntryForm):
    what = box(
        _("What is your boundary?"), hint=_("About you: “I leave the room when there is shouting.”"), required=True
    )
    do = box(_("What will you do when it is crossed?"), hint=_("Something small that you can do every time."))
    day = day(
        _("When did you say it?"), hint=_("A calm, sober moment is best. Leave it empty until you have."), today=False
    )
    size = tap(_("Can you keep it even on a bad day?"), YES_NO, hint=_("If not, make it smaller."))


def refusal(given: Given) -> str:
    """Why this cushion is not one to stop, or nothing."""
    danger = given.get("danger", [])
    found = never(str(given.get("what", "")), danger if isinstance(danger, list) else [danger])
    reasons = {
        "overdose": _now("Without it somebody could die of an overdose. Please go on, and keep naloxone close."),
        "withdrawal": _now("Stopping suddenly can make a body very ill, and some die of it. Ask a doctor first."),
        "suicide": _now("It may keep somebody alive who wants to die. Please go on, and look at urgent help."),
        "violence": _now("Somebody could be hurt. Safety comes before any plan. Urgent help has numbers for this."),
        "child": _now("A child needs this, whoever else is using. Children are never left to consequences."),
        "driving": _now("Somebody could be hurt or killed on the road. This one is not to be stopped."),
        "cold": _now("Cold, heat and nights outside can kill. A warm place is never the consequence."),
        "medical": _now("It is help for a body that is ill. Medicine and emergency help are never held back."),
    }
    return reasons[found] if found else ""


def with_went(given: Given) -> str:
    return " · ".join(filter(None, [text_of(given, "what"), label(WENT, given.get("went"))]))


def _boundary(given: Given) -> str:
    marks = given.get("tally", [])
    kept = [str(each).endswith(" 1") for each in (marks if isinstance(marks, list) else [])]
    times = _now("kept %(kept)d of %(all)d times") % {"kept": sum(kept), "all": len(kept)} if kept else ""
    return " · ".join(filter(None, [times, text_of(given, "what")]))


def _cushion(given: Given) -> str:
    return " · ".join(filter(None, [_now("Stopping") if given.get("chosen") else "", text_of(given, "what")]))


REWARD = Kind(
    name=KindName.REWARD,
    slug="rewards",
    group="doing",
    title=_("Small rewards"),
    purpose=_("What you could give when they are not using: small, at once, and said why."),
    empty=_("A favourite meal, a walk, an hour without questions. Write down one that costs little."),
    new=_("Add a reward"),
    form=RewardForm,
    line=with_went,
)
CUSHION = Kind(
    name=KindName.CUSHION,
    slug="cushions",
    group="doing",
    title=_("What I soften"),
    purpose=_("What you do that keeps them from feeling what using brings. Choose one to stop, never more at once."),
    empty=_("Write down what you do for them when they have used. Listing it does not mean that you must stop."),
    new=_("Add one"),
    form=CushionForm,
    line=_cushion,
    refused=refusal,
    one=_("Choose this one to stop"),
)
BOUNDARY = Kind(
    name=KindName.BOUNDARY,
    slug="boundaries",
    group="doing",
    title=_("Boundaries"),
    purpose=_("What you will do, whatever they do. Small enough to keep."),
    empty=_("A boundary is about you. Begin with one that you can keep even on a bad day."),
    new=_("Add a boundary"),
    form=BoundaryForm,
    line=_boundary,
    tally=(_("I kept it"), _("I did not keep it")),
)

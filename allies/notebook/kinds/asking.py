"""Requests: pieces that become one or two sentences to say. Source: METHOD procedure 4, its seven elements."""

from __future__ import annotations

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from allies.craft.drafting import draft
from allies.notebook.kinds.doing import WENT, YES_NO, with_went
from allies.notebook.kinds.fields import EntryForm, Section, box, day, line, tap
from allies.notebook.kinds.kind import Kind
from allies.notebook.models import Given, KindName

PIECES = ("understanding", "saw", "feeling", "part", "what", "offer")  # in the order in which they are said


class RequestForm(EntryForm):
    what = line(_("What would you like?"), hint=_("One thing, small: “Please call me by ten tonight.”"), required=True)
    saw = line(_("What did you see or hear?"), hint=_("One time, as on film: “On Saturday you came home at two.”"))
    feeling = line(_("How did you feel?"), hint=_("A word is enough: “worried”."))
    understanding = line(_("What do you understand about them?"), hint=_("“I know that your days are long.”"))
    part = line(
        _("What is your part in it?"), hint=_("“I could have told you sooner.” Leave it out if it is not true.")
    )
    offer = line(_("What do you offer?"), hint=_("“I can drive you.” Or ask: “What would make it easier?”"))
    words = box(_("In your own words"), hint=_("Change what you like. Two or three sentences are enough."), rows=4)
    aloud = tap(_("Have you said it aloud?"), YES_NO)
    day = day(_("When will you ask?"), hint=_("Choose a calm and sober moment."), today=False)
    went = tap(_("How did it go?"), WENT)

    sections = (
        Section(_("What it is about"), ("what", "saw")),
        Section(_("You and them"), ("feeling", "understanding", "part", "offer")),
        Section(_("What you will say"), ("words",)),
        Section(_("When, and how it went"), ("day", "aloud", "went")),
    )


def _draft(given: Given) -> str:
    pieces = {name: str(given.get(name, "")) for name in PIECES}
    return draft(list(pieces.values()), feeling=pieces["feeling"], feeling_stem=_now("I feel"))


REQUEST = Kind(
    name=KindName.REQUEST,
    slug="requests",
    group="doing",
    title=_("Requests"),
    purpose=_("Put what you want to ask into words, before the moment comes."),
    empty=_("Think of one small thing that you would like. The form helps you find words for it."),
    new=_("Prepare a request"),
    form=RequestForm,
    line=with_went,
    beside="words",
    draft=_draft,
)

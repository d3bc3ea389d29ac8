"""The safety plan: one for each member. Source: METHOD procedure 1 and its safety rules."""

from __future__ import annotations

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from allies.notebook.kinds.fields import EntryForm, Section, box, line, tap
from allies.notebook.kinds.kind import Kind
from allies.notebook.models import Given, KindName

HAVE = [("yes", _("Yes")), ("soon", _("I will get some")), ("no", _("It is not needed"))]


class SafetyForm(EntryForm):
    signs = box(_("How do you notice that it is building up?"), hint=_("Voice, steps, a look. You know it best."))
    step = box(_("What do you do then?"), hint=_("“I take my keys and go next door.” You need not finish the talk."))
    police = line(_("Who may call the police for you?"), hint=_("A neighbour who hears it, a friend with your word."))

    exit = box(_("Which way do you get out?"), hint=_("From kitchen, bath and bedroom. By night too."), rows=2)
    bag = line(_("Where is your bag?"), hint=_("Clothes, charger, medicine, keys. A friend can keep it for you."))
    money = line(_("Where is some money?"))
    papers = line(_("Where are papers, or copies of them?"))
    code = line(_("Which word tells a friend to send help?"), hint=_("An everyday word, good in a call or a text."))
    go = line(_("Where do you go?"))

    naloxone = tap(_("Is there naloxone in the house?"), HAVE, hint=_("It can undo an overdose of opioids."))
    kept = line(_("Where is it kept?"), hint=_("Easy to reach, never locked away, not in heat or frost."))
    knows = line(_("Who knows how to give it?"))
    overdose = box(
        _("What do you do?"),
        hint=_("Call first. Give naloxone. Breathe for them. Stay. Urgent help has each step."),
        rows=2,
    )

    low = box(_("What would worry you?"), hint=_("In them or in you: a goodbye, giving things away, no hope."))
    away = line(_("What could be locked away, or leave the house?"), hint=_("Pills, weapons, keys of the car."))
    stays = line(_("Who can come and stay?"))

    children_go = line(_("Where do the children go?"), hint=_("“To Ada next door, and stay there.”"))
    children_fetch = line(_("Who can fetch them, day or night?"))
    children_know = box(
        _("What do they know?"), hint=_("How to call for help. And that none of it is their fault."), rows=2
    )

    numbers = box(_("Names and numbers"), hint=_("One on each line. A first name or a letter is enough."), rows=4)

    sections = (
        Section(_("If somebody could be hurt"), ("signs", "step", "police"), _("Do not tell them about this part.")),
        Section(_("Getting out"), ("exit", "bag", "money", "papers", "code", "go")),
        Section(_("An overdose"), ("naloxone", "kept", "knows", "overdose")),
        Section(_("If somebody wants to die"), ("low", "away", "stays"), _("Asking does not put it in their head.")),
        Section(_("The children"), ("children_go", "children_fetch", "children_know")),
        Section(_("People to call"), ("numbers",)),
    )


def _line(given: Given) -> str:
    parts = [any(given.get(name) for name in section.names) for section in SafetyForm.sections]
    return _now("%(some)d of %(all)d parts") % {"some": sum(parts), "all": len(parts)} if any(parts) else ""


SAFETY = Kind(
    name=KindName.SAFETY,
    slug="safety",
    group="ready",
    title=_("Safety plan"),
    purpose=_("Who does what when it gets dangerous, thought through on a calm day."),
    empty=_("Nothing is written yet. Begin with one part, the one that worries you most. Two lines help already."),
    new=_("Begin the plan"),
    form=SafetyForm,
    line=_line,
    only=True,
    helped=True,
)

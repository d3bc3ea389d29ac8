"""The readiness kit: one for each member. Source: METHOD procedures 10 and 11; what is missing: craft.readiness."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.forms import Field
from django.utils.translation import gettext_lazy as _

from allies.craft.readiness import Kit, Option
from allies.notebook.kinds.doing import YES_NO
from allies.notebook.kinds.fields import EntryForm, Section, box, day, line, tap
from allies.notebook.kinds.kind import Kind
from allies.notebook.models import Given, KindName

OPTIONS = ("o1", "o2", "o3", "o4")  # places for options; each has the six fields below
TITLES = (_("First option"), _("Second option"), _("Third option"), _("Fourth option"))


def _option(prefix: str) -> dict[str, Field]:
    fields: dict[str, Field] = {
        "name": line(_("Who is it?"), hint=_("A doctor, a clinic, a group, a helpline. One person to ask for.")),
        "phone": line(_("Phone number")),
        "offers": line(_("What do they offer?"), hint=_("Talks, medicine, a place to stay, a group in the evening.")),
        "first": line(_("How soon is a first appointment?"), hint=_("“Walk in until four.” “Thursday at nine.”")),
        "cost": line(_("What does it cost, and who pays?"), hint=_("Insurance, a waiting list, what to bring.")),
        "asked": day(_("When did you ask them?"), today=False),
    }
    return {f"{prefix}_{name}": field for name, field in fields.items()}


class _KitForm(EntryForm):
    words = box(_("My words for the moment"), hint=_("“I am glad. I have a number here. Shall we call together?”"))
    plan_b = box(
        _("And if the answer is no?"), hint=_("“That is all right. I love you. I will ask you again.” Then stop.")
    )
    pack = box(
        _("What to pack"), hint=_("One thing on each line: papers, medicine, phone and charger, clothes."), rows=4
    )
    drives = line(_("Who drives?"), hint=_("Somebody calm, who has not used. A taxi is fine too."))
    children = tap(_("Does somebody have to look after children then?"), YES_NO)
    minds = line(_("Who looks after them?"))


def _kit_form() -> type[EntryForm]:
    options = {name: field for prefix in OPTIONS for name, field in _option(prefix).items()}
    sections = [
        Section(title, tuple(_option(prefix)), "" if prefix != "o1" else _("Ask them before there is a yes."))
        for prefix, title in zip(OPTIONS, TITLES, strict=True)
    ]
    more = [
        Section(_("Words"), ("words", "plan_b")),
        Section(_("The way there"), ("pack", "drives", "children", "minds")),
    ]
    names: dict[str, Any] = {"__module__": __name__, "sections": (*sections, *more)}
    return type("ReadinessForm", (_KitForm,), options | names)


ReadinessForm = _kit_form()


def _date(value: object) -> date | None:
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        return None


def kit_of(given: Given) -> Kit:
    def text(name: str) -> str:
        return str(given.get(name, ""))

    options = [
        Option(
            text(f"{each}_name"), text(f"{each}_phone"), text(f"{each}_cost"), text(f"{each}_offers"),
            text(f"{each}_first"), _date(given.get(f"{each}_asked")),
        )
        for each in OPTIONS
    ]  # fmt: skip
    return Kit(
        options=[option for option in options if option.is_begun],
        words=text("words"), plan_b=text("plan_b"), pack=text("pack"), drives=text("drives"), minds=text("minds"),
        children={"yes": True, "no": False}.get(text("children")),
    )  # fmt: skip


def _line(given: Given) -> str:
    return ", ".join(option.name for option in kit_of(given).options if option.name) or str(given.get("words", ""))


READINESS = Kind(
    name=KindName.READINESS,
    slug="readiness",
    group="ready",
    title=_("Ready for a yes"),
    purpose=_("Whom to call, what to say, what to pack, so that a good moment does not pass."),
    empty=_("A yes often passes within hours. Begin with one place that could help, and its number."),
    new=_("Begin"),
    form=ReadinessForm,
    line=_line,
    only=True,
    beside="words",
)

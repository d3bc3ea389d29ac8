"""The method's table in words, as `/method/` shows it: what each row's condition says, and where its lesson is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from django.utils.text import format_lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from allies.craft.situation import CHOICES
from allies.craft.table import Layer, Row, table
from allies.programme.outline import Step, outline_for

STANCES = {
    "emergency": _("Emergency"),
    "safety": _("Your safety"),
    "child_safety": _("The child’s safety"),
    "offer_help": _("Offer help"),
    "listen": _("Listen"),
    "reward": _("Reward"),
    "step_away": _("Step away"),
    "step_back": _("Step back"),
    "care_for_self": _("Care for yourself"),
    "wait_and_prepare": _("Wait and prepare"),
}
URGENT = {
    "emergency": _("emergency"),
    "overdose": _("overdose"),
    "suicide": _("suicide"),
    "violence": _("violence"),
    "child": _("a child in danger"),
}
CLOSED = {
    "withdraw_rewards": _("holding back rewards"),
    "natural_consequences": _("letting results take their course"),
    "confront": _("confronting"),
    "invite": _("inviting to treatment"),
}
FIELDS = {
    "now": _("Now: {values}"),
    "event": _("What happened: {values}"),
    "stage": _("Treatment: {values}"),
    "violence": _("Violence: {values}"),
    "me": _("You: {values}"),
}
VALUES: dict[str, Mapping[Any, Any]] = {
    "now": {
        "using": _("they are using"),
        "not_using": _("they are not using"),
        "withdrawing": _("they are in withdrawal"),
        "unsure": _("you cannot tell"),
        "apart": _("you are apart"),
    },
    "event": {
        "none": _("nothing in particular"),
        "came_home_using": _("they came home after using"),
        "asked_for_money": _("they asked for money"),
        "asked_for_help": _("they asked for help"),
        "wish": _("they said that life should be different"),
        "dip": _("a low, honest moment"),
        "agreed_to_treatment": _("they said yes to treatment"),
        "attended_treatment": _("they went to treatment"),
        "missed_treatment": _("they missed treatment"),
        "left_treatment": _("they left treatment"),
        "returned_to_use": _("they returned to use"),
        "milestone": _("a milestone"),
        "broke_boundary": _("a boundary was not kept"),
        "argument": _("an argument"),
        "lied": _("a lie"),
        "threat": _("a threat"),
        "hurt_me": _("they hurt you"),
        "overdose_signs": _("signs of an overdose"),
        "suicide_talk": _("talk of suicide"),
        "driving_intoxicated": _("driving after use"),
        "child_at_risk": _("a child at risk"),
        "needs_shelter": _("they have nowhere to go"),
        "released": _("they were released"),
    },
    "stage": {
        "unaware": _("they see no problem"),
        "refusing": _("they do not want it"),
        "considering": _("they think about it"),
        "entering": _("they are about to begin"),
        "in_treatment": _("in treatment"),
        "in_recovery": _("in recovery"),
        "returned": _("back to use after treatment"),
    },
    "violence": {"none": _("none"), "past": _("long past"), "recent": _("recent"), "now": _("now")},
    "me": {"calm": _("calm"), "upset": _("upset"), "exhausted": _("exhausted"), "afraid": _("afraid")},
}
FLAGS = {
    ("children_present", True): _("children are there"),
    ("children_present", False): _("no children are there"),
    ("lives_with_me", True): _("you live together"),
    ("lives_with_me", False): _("you do not live together"),
    ("weather_danger", True): _("dangerous weather"),
    ("weather_danger", False): _("no dangerous weather"),
}
NAMED = {
    "violent": _("violence now or lately, a threat, or fear after violence in the past"),
    "lowered": _("release, or use after treatment or a break"),
    "treated": _("in treatment or in recovery"),
    "spent": _("you are upset, exhausted or afraid"),
}
NOT = {"violent": _("no violence or threat, and no fear after violence in the past")}


class Shown(NamedTuple):
    """One row in words."""

    row: Row
    when: list[str]
    stance: Any
    urgent: list[Any]
    closed: list[Any]
    lesson: Step | None


class ShownLayer(NamedTuple):
    layer: Layer
    number: int
    rows: list[Shown]


def shown_layers() -> list[ShownLayer]:
    """All of the table, in the order in which it is tried, each row with its lesson if that is published."""
    lessons = {step.code: step for step in outline_for(None).steps}
    layers = [*table().guards, *table().stances]
    return [
        ShownLayer(layer, number, [_shown(row, lessons) for row in layer.rows])
        for number, layer in enumerate(layers, 1)
    ]


def _shown(row: Row, lessons: Mapping[str, Step]) -> Shown:
    return Shown(
        row,
        ["; ".join(_said(condition)) for condition in row.when],
        STANCES.get(row.stance, ""),
        [URGENT[key] for key in row.urgent],
        [CLOSED[key] for key in row.closed],
        lessons.get(row.lesson),
    )


def _said(condition: Mapping[str, Any]) -> Iterator[str]:
    for name, given in condition.items():
        values = given if isinstance(given, list) else [given]
        if name in ("is", "not"):
            yield str((NAMED if name == "is" else NOT)[given])
        elif name in VALUES:
            yield str(format_lazy(FIELDS[name], values=_listed(name, values)))
        else:
            yield str(FLAGS[name, given])
    if not condition:
        yield gettext("every situation")


def _listed(name: str, values: list[Any]) -> str:
    """The values in words; where nearly all are meant, those that are not."""
    others = [value for value in CHOICES[name] if value not in values]
    if len(values) > 6 and len(others) < len(values):
        said = ", ".join(str(VALUES[name][value]) for value in others)
        return gettext("anything but %(these)s") % {"these": said}
    return gettext(" or ").join(str(VALUES[name][value]) for value in values)

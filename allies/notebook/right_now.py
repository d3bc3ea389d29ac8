"""“What do I do right now?”: the questions, from taps to a situation, and what the answers' names say in words.

Danger stands first, and a question is asked only where its answer can matter: `asks` says which, and a test
walks every situation to see that what is left out changes nothing. Nothing here is stored.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from allies.craft.responding import Response
from allies.craft.situation import CHOICES, Situation, SituationError

Fields = dict[str, str | bool]


@dataclass(frozen=True, slots=True)
class Tap:
    """One answer: what it says, and which fields of a situation it stands for."""

    value: str
    words: Any
    fields: Fields


@dataclass(frozen=True, slots=True)
class Question:
    name: str
    words: Any
    groups: tuple[tuple[Any, tuple[Tap, ...]], ...]  # a heading, or none, and its taps

    @property
    def taps(self) -> dict[str, Tap]:
        return {tap.value: tap for _heading, taps in self.groups for tap in taps}


def _event(value: str, words: Any, **more: str | bool) -> Tap:
    return Tap(value, words, {"event": value, **more})


OUTSIDE: Final = {"weather_danger": True}


def _here(value: str, words: Any, *, together: bool, children: bool) -> Tap:
    return Tap(value, words, {"lives_with_me": together, "children_present": children})


def _one(field: str, *choices: tuple[str, Any]) -> tuple[tuple[Any, tuple[Tap, ...]], ...]:
    return (("", tuple(Tap(value, words, {field: value}) for value, words in choices)),)


EVENTS: Final = (
    (
        _("Danger"),
        (
            _event("overdose_signs", _("They may have taken too much, or I cannot wake them")),
            _event("suicide_talk", _("Talk of dying, theirs or mine")),
            _event("hurt_now", _("They are hurting me, or about to"), event="hurt_me", violence="now"),
            _event("hurt_me", _("They hurt me, and it is over"), violence="recent"),
            _event("threat", _("They threatened me or someone else"), violence="recent"),
            _event("child_at_risk", _("A child may be in danger")),
            _event("driving_intoxicated", _("They drive after drinking or using, or want to")),
            Tap("unwell", _("They stopped, and now they shake or are very unwell"), {"now": "withdrawing"}),
            _event("out_in_weather", _("Nowhere to sleep, in bad cold or heat"), event="needs_shelter", **OUTSIDE),
            _event("needs_shelter", _("Nowhere to sleep tonight")),
        ),
    ),
    (
        _("A hard moment"),
        (
            _event("came_home_using", _("They came home drunk or high"), now="using"),
            _event("argument", _("We are fighting")),
            _event("asked_for_money", _("They ask me for money")),
            _event("broke_boundary", _("They crossed a limit I had set")),
            _event("lied", _("They lied to me")),
        ),
    ),
    (
        _("A good or an open moment"),
        (
            _event("milestone", _("They reached something: a coin, a week, a month")),
            _event("wish", _("They wish that things were different")),
            _event("dip", _("They feel low, and say so")),
            _event("asked_for_help", _("They ask me for help")),
            _event("agreed_to_treatment", _("They say yes to treatment")),
        ),
    ),
    (
        _("Around treatment"),
        (
            _event("attended_treatment", _("They went to treatment or a meeting")),
            _event("missed_treatment", _("They did not go")),
            _event("left_treatment", _("They left treatment")),
            _event("returned_to_use", _("They went back to drinking or using")),
            _event("released", _("They are just out of jail, hospital or detox")),
        ),
    ),
    (_("None of these"), (_event("none", _("Nothing special. I want to know what helps")),)),
)  # fmt: skip
SAFE: Final = (
    (
        "",
        (
            Tap("no", _("No"), {"violence": "none"}),
            Tap("afraid", _("No, but I am afraid of them"), {"violence": "none", "me": "afraid"}),
            Tap("past", _("Long ago. I am not afraid now"), {"violence": "past"}),
            Tap("past_afraid", _("Long ago, and I am still afraid"), {"violence": "past", "me": "afraid"}),
            Tap("recent", _("Yes, not long ago"), {"violence": "recent"}),
            Tap("now", _("Yes, right now"), {"violence": "now"}),
        ),
    ),
)
HERE: Final = (
    (
        "",
        (
            _here("neither", _("Neither"), together=False, children=False),
            _here("together", _("We live together, no children there"), together=True, children=False),
            _here("children", _("Children are there, we live apart"), together=False, children=True),
            _here("both", _("We live together, and children are there"), together=True, children=True),
        ),
    ),
)  # fmt: skip
QUESTIONS: Final = (
    Question("event", _("What is happening?"), EVENTS),
    Question("safe", _("Has anyone been hurt or threatened by them?"), SAFE),
    Question(
        "now",
        _("Are they using now?"),
        _one(
            "now",
            ("using", _("Yes, or they have just used")),
            ("not_using", _("No")),
            ("unsure", _("I cannot tell")),
            ("apart", _("We are not in the same place")),
            ("withdrawing", _("They stopped, and are very unwell")),
        ),
    ),
    Question(
        "stage",
        _("Where are they with treatment?"),
        _one(
            "stage",
            ("unaware", _("They see no problem")),
            ("refusing", _("They do not want help")),
            ("considering", _("They are thinking about it")),
            ("entering", _("They said yes, and are about to start")),
            ("in_treatment", _("They are in treatment")),
            ("in_recovery", _("They have changed, and it holds")),
            ("returned", _("They were in treatment, and use again")),
        ),
    ),
    Question("here", _("Do you live together? Are children there?"), HERE),
    Question(
        "weather",
        _("Is the cold or heat outside dangerous?"),
        (
            (
                "",
                (
                    Tap("no", _("No"), {"weather_danger": False}),
                    Tap("yes", _("Yes, nobody should be out in it"), {"weather_danger": True}),
                ),
            ),
        ),
    ),
    Question(
        "me",
        _("And how are you?"),
        _one("me", ("calm", _("Calm enough")), ("upset", _("Upset")), ("exhausted", _("Worn out"))),
    ),
)
NAMES: Final = tuple(question.name for question in QUESTIONS)

_MIND = ["safe", "now", "stage", "here", "me"]
_EVENT_ASKS: Final[dict[str, list[str]]] = {  # what is left out after an event; all others ask what _MIND holds
    "overdose_signs": [],
    "unwell": [],
    "hurt_now": [],
    "suicide_talk": ["safe", "now"],
    "hurt_me": ["now", "here"],
    "threat": ["now", "here"],
    "driving_intoxicated": ["safe", "now", "here"],
    "child_at_risk": ["safe", "now", "stage", "me"],
    "came_home_using": ["safe", "here", "weather", "me"],
    "argument": ["safe", "now", "here", "weather", "me"],
    "left_treatment": ["safe", "now", "here", "me"],
}
ENDS: Final = {"safe": ["now"], "now": ["withdrawing"]}  # after these nothing else is asked: help comes first
LEAVES_OUT: Final = {  # what need not be asked after an answer
    "safe": {"recent": ["stage", "weather", "me"], "afraid": ["me"], "past_afraid": ["stage", "weather", "me"]},
}


def asks() -> dict[str, list[str]]:
    """For each first tap, the questions that follow, in their order."""
    return {value: _EVENT_ASKS.get(value, _MIND) for value in QUESTIONS[0].taps}


def fields_of(given: Mapping[str, Any]) -> Fields:
    """The fields that taps stand for; those tapped first count. Raises SituationError for a tap that there is not."""
    fields: Fields = {}
    for question in QUESTIONS:
        value = given.get(question.name, "")
        if value and value not in question.taps:
            raise SituationError(f"“{question.name}” has no such answer")
        if value:
            fields = question.taps[value].fields | fields
    return fields


def situation_of(given: Mapping[str, Any]) -> Situation:
    """The situation that the taps tell of; what was not asked is what assumes least."""
    return Situation.read(fields_of(given))


TITLES: Final[dict[str, Any]] = {
    "emergency": _("Get help first"),
    "safety": _("Your safety first"),
    "child_safety": _("The child first"),
    "offer_help": _("Offer help, short and calm"),
    "listen": _("Listen"),
    "reward": _("Make this moment a good one"),
    "step_away": _("Step away, kindly"),
    "step_back": _("Step back"),
    "care_for_self": _("Now it is about you"),
    "wait_and_prepare": _("Wait, and get ready"),
}
CLOSED: Final[dict[str, Any]] = {
    "withdraw_rewards": _("Taking away something nice"),
    "natural_consequences": _("Letting things go wrong so that they learn from it"),
    "confront": _("A hard talk about using"),
    "invite": _("An invitation to treatment"),
}
STATES: Final = {"using": "use", "not_using": "non_use"}  # as an observation names them


def shown(response: Response, lessons: Mapping[str, str]) -> dict[str, Any]:
    """A response in words, as the page shows it. `lessons`: titles by address."""
    address = f"/learn/{response.lesson}/"
    return {
        "urgent": response.urgent,
        "title": TITLES[response.stance],
        "do": response.do,
        "say": response.say,
        "avoid": response.avoid,
        "why": response.why,
        "closed": [CLOSED[name] for name in response.closed],
        "next": response.next,
        "lesson": lessons.get(address, ""),
        "address": address,
    }


assert set(EVENTS[0][1][0].fields) <= set(CHOICES)

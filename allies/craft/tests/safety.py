"""What must hold in every situation, written down apart from the table: issue 5 and METHOD's safety rules."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache

from allies.craft.places import every
from allies.craft.responding import Response, respond
from allies.craft.situation import Situation
from allies.craft.table import CLOSES, STANCES, URGENT, Table

FOUR = tuple(CLOSES)
DEADLY = ("overdose_signs", "suicide_talk", "driving_intoxicated")
GOOD = ("milestone", "attended_treatment")
TREATED = ("in_treatment", "in_recovery")
ADVANCES = re.compile(
    r"reward|treat you|invit|boundary|remind|talk to them|tell them|offer (?:a|one|them)|bill|visit them", re.I
)
CALLS = re.compile(r"\b911\b|suicide line|nurse line", re.I)
MANAGES = re.compile(
    r"\bask (?:them )?(?:whether|if) they (?:went|go)|\bmake sure they\b|call (?:the place|the clinic|now)"
    r"|\bremind them (?:of|to)\b.*\b(?:visit|meeting|dose)|\bdrive them to",
    re.I,
)
CHASES = re.compile(r"\bcall them\b|\bwrite again\b|\bask them why\b|\bsecond message\b", re.I)
SENDS_AWAY = re.compile(r"\b(?:send|put|throw|lock) (?:them|him|her) out\b|\bmake them leave\b", re.I)


def violent(s: Situation) -> bool:
    past = s.violence == "past" and s.me == "afraid"
    return past or s.violence in ("recent", "now") or s.event in ("threat", "hurt_me")


def lowered(s: Situation) -> bool:
    return s.event == "released" or (s.event in ("left_treatment", "returned_to_use") and s.now == "using")


def mortal(s: Situation) -> bool:
    return s.event in DEADLY or s.violence == "now" or s.now == "withdrawing"


@cache
def has(pattern: re.Pattern[str], sentence: str) -> bool:
    return bool(pattern.search(sentence))


Claim = tuple[Callable[[Situation], bool], Callable[[Situation, Response], bool]]


def shows(*keys: str) -> Callable[[Situation, Response], bool]:
    return lambda _s, r: set(keys) <= set(r.urgent)


def closes(*keys: str) -> Callable[[Situation, Response], bool]:
    return lambda _s, r: set(keys) <= set(r.closed)


def is_(*stances: str) -> Callable[[Situation, Response], bool]:
    return lambda _s, r: r.stance in stances


def silent(pattern: re.Pattern[str]) -> Callable[[Situation, Response], bool]:
    return lambda _s, r: not any(has(pattern, sentence) for sentence in (*r.do, *r.say))


def whole(_s: Situation, r: Response) -> bool:
    """One stance, a reason, a lesson, something to do and to leave, and everything in its fixed order."""
    in_order = [key for key in URGENT if key in r.urgent], [key for key in FOUR if key in r.closed]
    lists = 1 <= len(r.do) <= 8 and 1 <= len(r.avoid) <= 5 and len(r.say) <= 3
    texts = r.stance in STANCES and bool(r.why and r.lesson and r.next)
    return lists and texts and in_order == (list(r.urgent), list(r.closed))


def past_is_over(s: Situation) -> bool:
    return not violent(s)


CLAIMS: dict[str, Claim] = {
    "whole": (lambda s: True, whole),
    "danger to life first": (mortal, is_("emergency")),
    "then violence": (lambda s: violent(s) and not mortal(s), is_("safety")),
    "then children": (
        lambda s: s.event == "child_at_risk" and not violent(s) and not mortal(s),
        is_("child_safety"),
    ),
    "no emergency where none is": (lambda s: not mortal(s), lambda _s, r: r.stance != "emergency"),
    "violence closes all": (violent, closes(*FOUR)),
    "violence shows": (violent, shows("violence")),
    "the past that is over shows none": (past_is_over, lambda _s, r: "violence" not in r.urgent),
    "violence, no contact": (violent, lambda _s, r: not r.say),
    "violence, no method": (violent, silent(ADVANCES)),
    "violence now": (lambda s: s.violence == "now", shows("violence", "emergency")),
    "fear closes all": (lambda s: s.me == "afraid", closes(*FOUR)),
    "past violence, nothing taken away": (
        lambda s: s.violence == "past",
        closes("withdraw_rewards", "natural_consequences"),
    ),
    "overdose signs": (lambda s: s.event == "overdose_signs", shows("overdose", "emergency")),
    "suicide": (lambda s: s.event == "suicide_talk", shows("suicide")),
    "driving": (lambda s: s.event == "driving_intoxicated", shows("emergency")),
    "driving with children": (lambda s: s.event == "driving_intoxicated" and s.children_present, shows("child")),
    "withdrawing": (lambda s: s.now == "withdrawing", shows("emergency")),
    "a child": (lambda s: s.event == "child_at_risk", shows("child")),
    "tolerance": (lowered, shows("overdose")),
    "no overdose where none is": (
        lambda s: not lowered(s) and s.event != "overdose_signs",
        lambda _s, r: "overdose" not in r.urgent,
    ),
    "a call where a life is at stake": (mortal, lambda _s, r: any(has(CALLS, each) for each in r.do)),
    "never left to consequences": (
        lambda s: mortal(s) or lowered(s) or s.event in ("child_at_risk", "needs_shelter") or s.weather_danger,
        closes("natural_consequences"),
    ),
    "shelter first": (
        lambda s: s.event == "needs_shelter" and not violent(s) and not mortal(s),
        is_("offer_help"),
    ),
    "nobody into the cold": (lambda s: s.weather_danger, silent(SENDS_AWAY)),
    "in treatment, not managed": (lambda s: s.stage in TREATED and not mortal(s) and not violent(s), silent(MANAGES)),
    "missed, neutral": (
        lambda s: s.event == "missed_treatment" and s.stage == "in_treatment" and not mortal(s) and not violent(s),
        lambda _s, r: r.stance == "step_back" and len(r.say) <= 1 and {"confront", "invite"} <= set(r.closed),
    ),
    "missed, not chased": (lambda s: s.event == "missed_treatment", silent(CHASES)),
    "good news": (
        lambda s: s.event in GOOD and s.now != "using" and not mortal(s) and not violent(s),
        is_("reward"),
    ),
    "no reward while using now": (lambda s: s.now == "using", lambda _s, r: r.stance != "reward"),
    "asked in treatment": (
        lambda s: s.event == "asked_for_help" and s.stage == "in_treatment" and not mortal(s) and not violent(s),
        is_("offer_help"),
    ),
}  # fmt: skip


def broken(some: Iterable[Situation] | None = None, *, by: Table | None = None) -> dict[str, Situation]:
    """Each claim that does not hold in `some` situations (all of them), with the first one."""
    found: dict[str, Situation] = {}
    for situation in every() if some is None else some:
        response = respond(situation, by=by)
        for name, (when, holds) in CLAIMS.items():
            if name not in found and when(situation) and not holds(situation, response):
                found[name] = situation
    return found

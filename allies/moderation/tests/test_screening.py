from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allies.language import Finding
from allies.moderation.models import Why
from allies.moderation.screening import Facts, screen, weight_of


@dataclass
class Rules:
    on_disrespect: str = "wait"
    on_identity: str = "ask"
    on_crisis: str = "live"
    alert_on_crisis: bool = True


def found(kind: str, subkind: str = "", severity: str = "") -> Finding:
    return Finding(kind, 0, 1, subkind, severity, "A reason.")  # type: ignore[arg-type]


DISRESPECT = found("disrespect", severity="attack")
PHONE, QUASI = found("identity", "phone", "direct"), found("identity", "quasi", "quasi")
OVERDOSE, WORRY = found("crisis", "overdose", "urgent"), found("crisis", "child", "concern")
NUDGES = [found("stigma", severity="strong"), found("advice", severity="direct"), QUASI]


def test_kind_words_go_live() -> None:
    verdict = screen([], Facts(), Rules())
    assert (verdict.waits, verdict.asks, verdict.alerts, verdict.why) == (False, False, False, ())


def test_what_only_nudges_holds_nothing_back() -> None:
    verdict = screen(NUDGES, Facts(), Rules("wait", "wait", "wait"))
    assert (verdict.waits, verdict.asks, verdict.why) == (False, False, ())


@pytest.mark.parametrize(
    ("facts", "why"),
    [
        (Facts(newcomer=True), ("newcomer",)),
        (Facts(link=True, newcomer=True), ("link", "newcomer")),
        (Facts(repeated=True), ("repeated",)),
    ],
)
def test_facts_make_it_wait(facts: Facts, why: tuple[str, ...]) -> None:
    verdict = screen([], facts, Rules())
    assert verdict.waits
    assert verdict.why == why


@pytest.mark.parametrize("rule", ["live", "ask", "wait"])
@pytest.mark.parametrize(
    ("name", "finding", "why"),
    [("disrespect", DISRESPECT, "disrespect"), ("identity", PHONE, "identity"), ("crisis", OVERDOSE, "crisis")],
)
def test_each_kind_follows_its_rule(rule: str, name: str, finding: Finding, why: str) -> None:
    rules = Rules("live", "live", "live")
    setattr(rules, f"on_{name}", rule)
    first, confirmed = screen([finding], Facts(), rules), screen([finding], Facts(confirmed=True), rules)
    assert (first.asks, first.waits) == (rule == "ask", rule == "wait")
    assert (confirmed.asks, confirmed.waits) == (False, rule != "live")
    assert confirmed.why == (() if rule == "live" else (why,))


def test_who_is_asked_is_not_held_before_the_answer() -> None:
    verdict = screen([PHONE, DISRESPECT], Facts(newcomer=True), Rules())
    assert (verdict.asks, verdict.waits) == (True, False)
    kept = screen([PHONE, DISRESPECT], Facts(newcomer=True, confirmed=True), Rules())
    assert (kept.asks, kept.waits) == (False, True)
    assert kept.why == ("disrespect", "identity", "newcomer")


@pytest.mark.parametrize("rule", ["live", "wait"])
def test_danger_calls_whoever_is_on_duty_whether_it_waits_or_not(rule: str) -> None:
    verdict = screen([WORRY, OVERDOSE], Facts(), Rules(on_crisis=rule))
    assert (verdict.alerts, verdict.urgent, verdict.keys) == (True, True, ("overdose", "child"))
    assert verdict.waits is (rule == "wait")
    quiet = screen([OVERDOSE], Facts(), Rules(on_crisis=rule, alert_on_crisis=False))
    assert (quiet.alerts, quiet.keys) == (False, ("overdose",))


def test_what_could_hurt_most_weighs_most() -> None:
    weights = [
        weight_of([Why.CRISIS], urgent=True),
        weight_of([Why.CRISIS]),
        70,  # reported danger
        weight_of([Why.DISRESPECT, Why.NEWCOMER]),
        weight_of([Why.IDENTITY]),
        *{weight_of([why]) for why in (Why.LINK, Why.REPEATED, Why.REPORTED, Why.REPHRASED)},
        weight_of([Why.NEWCOMER]),
        weight_of([]),
    ]
    assert weights == sorted(set(weights), reverse=True)


@given(
    st.lists(st.sampled_from([DISRESPECT, PHONE, QUASI, OVERDOSE, WORRY])),
    st.builds(Facts, st.booleans(), st.booleans(), st.booleans(), st.booleans()),
    st.builds(Rules, *[st.sampled_from(["live", "ask", "wait"])] * 3),
)
def test_never_asks_and_holds_at_once_and_says_why(findings: list[Finding], facts: Facts, rules: Rules) -> None:
    verdict = screen(findings, facts, rules)
    assert not (verdict.asks and verdict.waits)
    assert verdict.waits <= bool(verdict.why)
    assert not (facts.confirmed and verdict.asks)
    assert not facts.newcomer or verdict.waits or verdict.asks


def test_danger_in_what_waits_for_another_reason_is_looked_at_first() -> None:
    verdict = screen([WORRY], Facts(newcomer=True), Rules())
    assert (verdict.waits, verdict.why, verdict.weight) == (True, ("crisis", "newcomer"), 80)
    assert screen([WORRY], Facts(), Rules()).why == ()

"""The rules as files: complete, in kind words, with alternatives that pass the check themselves."""

from __future__ import annotations

import re

import pytest

from allies.language import check
from allies.language.checker import shipped_checker
from allies.language.rules import shipped

RULES = shipped()["rule"]
SEVERITIES = {
    "crisis": {"urgent", "concern"},
    "identity": {"direct", "quasi"},
    "stigma": {"strong", "mild"},
    "advice": {"direct", "soft"},
    "disrespect": {"attack", "dismissive"},
}
FRAMES = ("{}", "He is a {}.", "My {} came.", "We met {} there.", "She is {} now.", "I think {} helps.")


def test_there_are_rules_of_every_kind_that_has_files() -> None:
    assert {rule["kind"] for rule in RULES} >= {"crisis", "stigma", "advice", "disrespect"}
    assert len({rule["id"] for rule in RULES}) == len(RULES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule["id"])
def test_a_rule_is_complete(rule: dict[str, object]) -> None:
    assert rule["severity"] in SEVERITIES[str(rule["kind"])]
    reason = str(rule["reason"])
    assert re.fullmatch(r"[A-Z“].{15,200}[.?]”?", reason), reason
    assert rule.get("source"), "a rule tells where it comes from"
    assert (rule["kind"] == "crisis") == bool(rule.get("subkind"))


ALTERNATIVES = sorted({each for rule in RULES for each in rule.get("alternatives", ())})


@pytest.mark.parametrize("alternative", ALTERNATIVES)
def test_an_alternative_passes_the_check_itself(alternative: str) -> None:
    for frame in FRAMES:
        assert check(frame.format(alternative)) == [], frame


def test_a_reason_passes_the_check_too_where_it_quotes_nothing() -> None:
    for rule in RULES:
        reason = str(rule["reason"])
        assert "“" in reason or [each.kind for each in check(reason)] == [], reason


def test_every_pattern_has_a_word_without_which_it_is_not_looked_for() -> None:
    """What is looked for in every text costs every text its time."""
    checker = shipped_checker()
    always = [pattern.source for rule in checker.rules for pattern in rule.any if not pattern.leading]
    assert always == []

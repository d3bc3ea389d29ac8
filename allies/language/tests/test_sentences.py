"""What the shipped model adds to the rules, and where."""

from __future__ import annotations

import pytest

from allies.language import Checker, check
from allies.language.model import SIDES, shipped_model
from allies.language.rules import shipped


def test_it_finds_what_no_rule_names_and_keeps_quiet_elsewhere() -> None:
    rules = Checker(shipped()["rule"])
    told = "My dad said over the roast that we won't have to put up with him much longer."
    assert not [each for each in rules.check(told) if each.kind == "crisis"]
    assert [each.kind for each in check(told)] == ["crisis"]
    assert check("My dad said over the roast that the potatoes were perfect.") == []
    assert len(shipped_model().side_bias) == sum(map(len, SIDES.values()))


@pytest.mark.parametrize(
    ("text", "kind", "span"),
    [
        ("My two cents, for what it's worth, sell the van.", "advice", "sell the van"),
        (
            "Ours did that for years. Some of us have real problems, you know.",
            "disrespect",
            "Some of us have real problems",
        ),
    ],
)
def test_it_finds_advice_and_disrespect_in_their_sentence(text: str, kind: str, span: str) -> None:
    (found,) = check(text)
    assert found.kind == kind
    assert text[found.start : found.end] == span

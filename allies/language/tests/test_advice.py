"""Advice: what tells another member what to do, and what only sounds like it."""

from __future__ import annotations

from pathlib import Path

import pytest

from allies.language import check
from allies.language.marked import read_examples

EXAMPLES = Path(__file__).parent / "examples"


def found(text: str) -> list[tuple[str, str]]:
    return [(each.severity, text[each.start : each.end]) for each in check(text) if each.kind == "advice"]


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("Poor you. You should ask his boss, kindly.", [("direct", "You should ask his boss")]),
        ("u need 2 get ur name off the lease", [("direct", "u need 2 get ur name off the lease")]),
        ("Sorry but stop lying for him.", [("direct", "Sorry but stop lying for him")]),
        ("If he rings, don't answer.", [("direct", "don't answer")]),
        ("Jen, hide the keys.", [("direct", "hide the keys")]),
        ("If I were you I'd sell the car.", [("direct", "If I were you I'd sell the car")]),
        ("It's time you told his father.", [("direct", "It's time you told his father")]),
        ("Kick him out.", [("direct", "Kick him out")]),
        ("“Kick him out.”", []),
        ("Have you tried a lockbox?", [("soft", "Have you tried a lockbox")]),
        ("Maybe ask the pharmacist, ours was kind.", [("soft", "Maybe ask the pharmacist")]),
        ("I'd recommend the evening group.", [("soft", "I'd recommend the evening group")]),
    ],
)
def test_advice_and_its_place(text: str, spans: list[tuple[str, str]]) -> None:
    assert found(text) == spans


@pytest.mark.parametrize(
    "text",
    [
        # comfort and encouragement
        "You should be proud of yourself.",
        "You must be so tired.",
        "You shouldn't blame yourself.",
        "Don't give up, any of you.",
        "Take all the time you need.",
        "Give him a hug from me.",
        # one's own story, day and rules
        "I should have asked his boss.",
        "I wake up, make the tea, check his bed.",
        "Put the bins out and sat down.",
        "Note to self: don't text him.",
        # somebody else
        "He should ask his boss.",
        "My doctor says you should never stop at once.",
        "My mum said, leave him.",
        "Everyone tells me to kick him out.",
        # questions, requests, facts, idiom
        "Should I ask his boss?",
        "Has anyone tried the evening group?",
        "Let me know how it goes.",
        "You have to book two weeks ahead.",
        "You have to laugh.",
        "Ask for Sheila at reception.",
        # emergency help
        "Call 911 now and stay with him.",
        "You need to ring 999.",
    ],
)
def test_no_advice(text: str) -> None:
    assert found(text) == []


def test_one_clause_is_marked_once() -> None:
    found_ = [each for each in check("Stop paying and kick him out and block him") if each.kind == "advice"]
    assert len(found_) == len({(each.start, each.end) for each in found_})


@pytest.mark.parametrize(
    ("file", "precision", "recall"),
    [("advice-1.txt", 0.95, 0.95), ("advice-2.txt", 0.95, 0.92), ("advice-3.txt", 0.96, 0.95)],
)
def test_precision_and_recall_on_our_own_examples(file: str, precision: float, recall: float) -> None:
    right = wrong = missed = 0
    for example in read_examples(EXAMPLES / file):
        is_advice, says_so = "advice" in example.kinds(), bool(found(example.text))
        right += is_advice and says_so
        wrong += says_so and not is_advice
        missed += is_advice and not says_so
    assert right / (right + wrong) >= precision
    assert right / (right + missed) >= recall

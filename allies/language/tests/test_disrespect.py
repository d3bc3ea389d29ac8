"""Attacks on members: found when a member is spoken to, and only then."""

from __future__ import annotations

from pathlib import Path

import pytest

from allies.language import check
from allies.language.marked import read_examples

FOLDER = Path(__file__).parent / "examples"


def found(text: str) -> list[str]:
    return [each.severity for each in check(text) if each.kind == "disrespect"]


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("You are an idiot.", "attack"),
        ("ur pathetic", "attack"),
        ("You sound like a terrible wife.", "attack"),
        ("What kind of mother lets her son sleep in a car?", "attack"),
        ("How thick do you have to be?", "attack"),
        ("No wonder he drinks, with a wife like you.", "attack"),
        ("It's your own fault.", "attack"),
        ("moron, read the thread", "attack"),
        ("Silly woman.", "attack"),
        ("@tina you're clueless", "attack"),
        ("You people make me sick.", "attack"),
        ("Grow up.", "attack"),
        ("Kill yourself.", "attack"),
        ("Do us a favour and go hang yourself", "attack"),
        ("You should just kill yourself", "attack"),
        ("Mother of the year, everybody.", "attack"),
        ("Yawn.", "dismissive"),
        ("Nobody cares about your chart.", "dismissive"),
        ("Oh here we go, another sob story.", "dismissive"),
        ("tl;dr", "dismissive"),
    ],
)
def test_what_is_found(text: str, severity: str) -> None:
    assert severity in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "I don't agree with you, but I'm glad you wrote.",
        "Stupid autocorrect.",
        "Don't kill yourself over the dishes.",
        "You will just kill yourself with worry like this.",
        "The insurance people are idiots.",
        "I was a fool to lend him the van.",
        "Stupid me, I left my purse out.",
        "Call me an idiot but I still hope.",
        "Am I an idiot?",
        "He called me useless.",
        "My sister says I'm pathetic.",
        "He's an idiot and I love him.",
        "My brother is pathetic.",
        "You are not stupid.",
        "You're not a bad mother.",
        "It's not your fault.",
        "Nobody here thinks you are an idiot.",
        "You must feel like an idiot.",
        "Don't let him make you feel worthless.",
        "This illness makes fools of us all.",
        "I told him to grow up.",
        "“You're the problem,” he said.",
        "Sorry for the same post every week.",
    ],
)
def test_what_is_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(("name", "precision", "recall"), [("disrespect-1", 0.96, 0.9), ("disrespect-2", 0.88, 0.85)])
def test_examples(name: str, precision: float, recall: float) -> None:
    hits = misses = wrong = 0
    for example in read_examples(FOLDER / f"{name}.txt"):
        marked, seen = "disrespect" in example.kinds(), bool(found(example.text))
        hits += marked and seen
        misses += marked and not seen
        wrong += seen and not marked
    assert hits / (hits + wrong) >= precision
    assert hits / (hits + misses) >= recall

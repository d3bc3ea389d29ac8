"""Words that carry stigma: found in all their spellings, and left alone where they are no stigma."""

from __future__ import annotations

from pathlib import Path

import pytest

from allies.language import check
from allies.language.marked import read_examples

FOLDER = Path(__file__).parent / "examples"


def found(text: str) -> list[str]:
    return [text[each.start : each.end] for each in check(text) if each.kind == "stigma"]


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("My brother is an addict.", "addict"),
        ("She married a recovering alcoholic.", "recovering alcoholic"),
        ("My alcoholic father taught me to sail.", "alcoholic father"),
        ("I am an addict's mother.", "addict's"),
        ("I'm married to an alcoholic.", "alcoholic"),
        ("There's a drunk on every bus.", "drunk"),
        ("He is just a user.", "user"),
        ("Two crack heads live there.", "crack heads"),
        ("My dad was a wino.", "wino"),
        ("That lowlife sold the telly.", "lowlife"),
        ("It is the drug abuse I fear.", "drug abuse"),
        ("He abuses Adderall.", "abuses"),
        ("Her cocaine habit cost us the house.", "cocaine habit"),
        ("She stole to feed her habit.", "habit"),
        ("He has been clean for a year.", "clean"),
        ("Six weeks clean on Friday.", "clean"),
        ("His test came back dirty.", "dirty"),
        ("It is a ward for addicted babies.", "addicted babies"),
        ("he is an alchoholic", "alchoholic"),
        ("he is a j*nkie", "j*nkie"),
        ("he is a d.r.u.g.g.i.e", "d.r.u.g.g.i.e"),
        ("i love an a d d i c t", "a d d i c t"),
    ],
)
def test_what_is_found(text: str, span: str) -> None:
    assert found(text) == [span]


@pytest.mark.parametrize(
    "text",
    [
        "I'm an addict myself.",  # about oneself
        "I was the drunk at every party.",
        "We addicts know that trick.",
        "I've been clean for three years.",
        "As a recovering alcoholic I know.",
        "He says he is an addict.",  # his own words
        "She calls herself a pothead.",
        "A man on the bus called him a junkie.",  # reported
        "The neighbours think he's just a druggie.",
        "The word addict hurts him.",  # mentioned
        "They wrote “abuser” on his file.",
        "Stop calling my son a junkie.",
        "She works for the National Institute on Drug Abuse.",  # names
        "Alcoholics Anonymous meets upstairs.",
        "The old Substance Abuse Task Force has a new name.",
        "My sister is a chocolate addict.",  # other senses
        "No alcoholic drinks, please.",
        "He has alcoholic hepatitis.",
        "She survived child abuse.",
        "He came clean about the money.",
        "The kitchen is clean.",
        "I gave him a dirty look.",
        "The user guide is long.",
        "He is in the habit of ringing on Sundays.",
        "He was drunk again.",
        "A drunk man fell over.",
        "The garden is lush.",
        "I knocked the crack in the wall.",
    ],
)
def test_what_is_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("name", "precision", "recall"), [("stigma-1", 0.97, 0.95), ("stigma-2", 0.95, 0.92), ("stigma-4", 0.97, 0.96)]
)
def test_examples(name: str, precision: float, recall: float) -> None:
    hits = misses = wrong = 0
    for example in read_examples(FOLDER / f"{name}.txt"):
        marked, seen = "stigma" in example.kinds(), bool(found(example.text))
        hits += marked and seen
        misses += marked and not seen
        wrong += seen and not marked
    assert hits / (hits + wrong) >= precision
    assert hits / (hits + misses) >= recall

"""Danger to life, violence and children at risk: what is seen, and what is left in peace."""

from __future__ import annotations

from pathlib import Path

import pytest

from allies.language import check
from allies.language.marked import read_examples

EXAMPLES = Path(__file__).parent / "examples"


def dangers(text: str) -> set[tuple[str, str]]:
    return {(each.subkind, each.severity) for each in check(text) if each.kind == "crisis"}


@pytest.mark.parametrize(
    ("text", "subkind"),
    [
        ("he isnt breathing and hes gone blue", "overdose"),
        ("I can’t wake my son up", "overdose"),
        ("She swallowed forty paracetamol an hour ago", "overdose"),
        ("there's a needle in his arm and he's slumped over", "overdose"),
        ("I found a goodbye note and she isn't answering", "suicide"),
        ("she's standing on the bridge", "suicide"),
        ("I have the pills lined up in front of me", "suicide"),
        ("he has a knife and he's outside the bedroom door", "violence"),
        ("I'm hiding in the bathroom, he is smashing up the kitchen", "violence"),
        ("he's just driven off with the kids and he's drunk", "child"),
        ("my toddler swallowed one of his pills", "child"),
    ],
)
def test_minutes_matter(text: str, subkind: str) -> None:
    assert (subkind, "urgent") in dangers(text)


@pytest.mark.parametrize(
    ("text", "subkind"),
    [
        ("He keeps saying he'll kill himself if I leave", "suicide"),
        ("i dont want to be here anymore", "suicide"),
        ("They'd be better off without me", "suicide"),
        ("she is cutting herself again", "suicide"),
        ("My husband hit me on Friday", "violence"),
        ("I'm scared of what he'll do to me when he comes home", "violence"),
        ("He said he would burn the house down with us in it", "violence"),
        ("She leaves the kids alone all night to score", "child"),
        ("he smokes meth around the baby", "child"),
        ("No drink since Monday and he's seeing spiders", "overdose"),
    ],
)
def test_somebody_may_be_in_danger(text: str, subkind: str) -> None:
    assert subkind in {found for found, _severity in dangers(text)}


@pytest.mark.parametrize(
    "text",
    [
        "He overdosed two years ago and is doing well.",
        "We lost our son to an overdose in March.",
        "My cousin took his own life in 2009.",
        "I'm afraid he will overdose some day.",
        "What if he overdoses while I'm at work?",
        "We did the naloxone training and it was a plastic dummy that turned blue.",
        "I'm dying to see him.",
        "The traffic is killing me.",
        "That meeting was suicide for my social life.",
        "It hit me hard that he isn't coming home.",
        "I hit rock bottom years before he did.",
        "He passed out on the sofa after a double shift.",
        "He shouted, I shouted, he slammed the door.",
        "He has never hit me.",
        "He isn't suicidal, he's tired.",
        "My first husband was violent.",
        "The kids are with their gran, safe and well.",
        "If you feel like hurting yourself please call 988.",
        "Call 911 if somebody stops breathing.",
        "What are the signs of an overdose?",
    ],
)
def test_what_is_left_in_peace(text: str) -> None:
    assert not dangers(text)


@pytest.mark.parametrize(
    "after", [" Thanks for reading.", "\nAnyone else awake?", " It was years ago. I read it in a book."]
)
def test_nothing_said_later_hides_a_danger(after: str) -> None:
    text = "He isn't breathing and his lips are blue."
    assert dangers(text + after) >= dangers(text) != set()


@pytest.mark.parametrize(
    ("name", "precision", "recall"), [("crisis-1", 0.95, 0.96), ("crisis-2", 0.90, 0.90), ("crisis-3", 0.95, 0.93)]
)
def test_the_examples(name: str, precision: float, recall: float) -> None:
    rows = [("crisis" in each.kinds(), bool(dangers(each.text))) for each in read_examples(EXAMPLES / f"{name}.txt")]
    right = sum(meant and found for meant, found in rows)
    assert right >= precision * sum(found for _meant, found in rows)
    assert right >= recall * sum(meant for meant, _found in rows)

"""What could let somebody be recognised is marked, each kind of it; what everybody's life has in it is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from allies.language.marked import read_examples
from allies.language.veiling import KINDS, veil

EXAMPLES = Path(__file__).parent / "examples" / "veil-1.txt"
SEED = (
    "My son, who no longer lives with me, came in without ringing. I reminded him calmly of the rule to call first. He "
    "showed me a 24-hour coin, and I hugged him and said I was proud. He asked for night meetings, and I stayed away. "
    "From the kitchen window I saw him go. At 3:30 in the morning he texted that he had not gone."
)
MARKED = [
    ("name", "Darren came home late.", "Darren"),
    ("name", "my husband gary came in", "gary"),
    ("name", "We saw Aunt Peg there.", "Aunt Peg"),
    ("relation", "My third son lives here.", "third son"),
    ("relation", "we have three boys", "three boys"),
    ("place", "We live in Hexham now.", "Hexham"),
    ("place", "they found him in tonopah", "tonopah"),
    ("place", "He sits in the Railway Arms all day.", "the Railway Arms"),
    ("place", "They stopped her on the M62 again.", "the M62"),
    ("age", "My 27-year-old son moved in.", "27-year-old"),
    ("age", "She is 34 and it shows.", "34"),
    ("age", "he turned twenty-three", "twenty-three"),
    ("date", "We buried her on 12 March.", "on 12 March"),
    ("date", "I have known since 2009.", "since 2009"),
    ("date", "It was Friday the 13th.", "Friday the 13th"),
    ("time", "He rang at 3:30 in the morning.", "at 3:30 in the morning"),
    ("time", "she came in at half past four", "at half past four"),
    ("duration", "Married for 11 years and 4 months.", "for 11 years and 4 months"),
    ("school", "She is in year 10 now.", "in year 10"),
    ("school", "He dropped out of nursing school.", "nursing school"),
    ("work", "My husband is a train driver.", "a train driver"),
    ("work", "he works at the sawmill", "the sawmill"),
    ("club", "He is in the school band.", "in the school band"),
    ("vehicle", "He drives a white Audi.", "a white Audi"),
    ("pet", "Our dog Biscuit found him.", "Our dog Biscuit"),
    ("quote", 'He said "you never gave up on me" and left.', '"you never gave up on me"'),
    ("quote", "She texted me saying she would be late.", "texted me saying she would be late"),
    ("object", "He gave me a pressed clover.", "a pressed clover"),
    ("object", "I found a key in the biscuit tin.", "the biscuit tin"),
    ("object", "He has a tattoo of a swallow.", "a tattoo of a swallow"),
    ("event", "She drank at her cousin's wedding.", "her cousin's wedding"),
    ("event", "After the crash he stopped.", "the crash"),
    ("money", "i paid his rent, £640", "£640"),
    ("medicine", "He takes 16 mg of buprenorphine.", "16 mg of buprenorphine"),
    ("origin", "I am Irish, we all drink.", "Irish"),
    ("online", "They meet in a Discord server.", "a Discord server"),
    ("identity", "Write to sam.poole@example.org please.", "sam.poole@example.org"),
]
NOT_MARKED = [
    "My son came home and went to bed.",
    "He put the phone on the table and closed the door.",
    "I found a bottle in the car.",
    "He gave me a hug and a chance to talk.",
    "Last night he asked for a ride to the meeting.",
    "I told him I love him, any time, day or night.",
    "She's been in rehab for two weeks and her counselor is kind.",
    "God knows I have tried. On Monday I will try again.",
    "It was Christmas and Mum cried.",
    "He may come or he may march off, I don't know.",
    "We go to Al-Anon and my sponsor calls.",
    "Will he ever stop? Mark my words, hope is hard to find.",
    "One day at a time, 24/7.",
]


@pytest.mark.parametrize(("kind", "text", "words"), MARKED)
def test_each_kind_is_marked(kind: str, text: str, words: str) -> None:
    details = veil(text)
    assert (kind, words) in [(each.kind, text[each.start : each.end]) for each in details]
    assert all(each.proposals and each.reason for each in details)


def test_every_kind_has_an_example() -> None:
    assert {kind for kind, _text, _words in MARKED} == set(KINDS)


@pytest.mark.parametrize("text", NOT_MARKED)
def test_what_everybody_s_life_has_in_it_is_not(text: str) -> None:
    assert [text[each.start : each.end] for each in veil(text)] == []


def test_the_seed_story() -> None:
    marked = [SEED[each.start : each.end] for each in veil(SEED)]
    assert marked == ["a 24-hour coin", "the kitchen window", "At 3:30 in the morning", "texted that he had not gone"]


def test_the_examples() -> None:
    found = labels = right = marks = 0
    for example in read_examples(EXAMPLES):
        details = veil(example.text)
        labels, marks = labels + len(example.labels), marks + len(details)
        for label in example.labels:
            reach = sum(max(0, min(label.end, each.end) - max(label.start, each.start)) for each in details)
            found += 2 * reach >= label.end - label.start
        for each in details:
            right += any(each.start < label.end and label.start < each.end for label in example.labels)
    assert found / labels >= 0.93
    assert right / marks >= 0.93

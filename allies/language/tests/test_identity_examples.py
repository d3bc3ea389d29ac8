"""How many identifying details are found in the examples, and how often something is found that is none."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from allies.language.identity import cue, find
from allies.language.lexicon import Lexicon, Words
from allies.language.marked import read_examples
from allies.language.reading import Reading

EXAMPLES = Path(__file__).parent / "examples"
WORDS = Words(Lexicon({}, [], {}), cue=cue)
SIZE = 100_000
LIMIT = 0.03  # seconds for SIZE characters on a quiet machine; a busy one is given three times as long


@pytest.mark.parametrize("name", ["identity-1", "identity-2", "identity-3", "identity-4", "identity-5"])
def test_the_examples(name: str) -> None:
    right = wrong = missed = 0
    for example in read_examples(EXAMPLES / f"{name}.txt"):
        spans = [(each.start, each.end) for each in example.labels if each.kind == "identity"]
        findings = find(Reading(example.text, WORDS, frozenset()))
        hit = any(each.start < end and start < each.end for each in findings for start, end in spans)
        right, missed, wrong = right + hit, missed + (bool(spans) and not hit), wrong + (bool(findings) and not spans)
    assert right / (right + wrong) >= 0.95
    assert right / (right + missed) >= 0.85


OTHERS = [path for path in sorted(EXAMPLES.glob("*.txt")) if not path.stem.startswith("veil-")]


@pytest.mark.parametrize("path", OTHERS, ids=lambda path: path.stem)
def test_examples_of_other_kinds_have_few_such_details(path: Path) -> None:
    clean = [each.text for each in read_examples(path) if not any(label.kind == "identity" for label in each.labels)]
    found = [text for text in clean if find(Reading(text, WORDS, frozenset()))]
    assert len(found) <= max(1, len(clean) // 50), found


@pytest.mark.parametrize(
    "piece",
    [
        "0123456789 ", "1-1-", "602 ", "a@", "a@a.", "Aa ", "Mary Smith ", "mary smith ", "one two ", "x dot ", "x.y.",
        "a.com ", "case no 1 ", "1 a street ", "he works at Aa Bb ", "his name is ", "#1 ", "u/a ", "plays for Aa ",
        "Road, ", "12 Foo Road, Town ", "Aa,", "(Aa", "Maria de la ", "teacher at Aa School, ",
        "only A in ", "born 1/1 ", "po box ", "at dot com ", "a-", "O'A", "corner of A and ", "Aa High in Bb ",
    ],
)  # fmt: skip
def test_a_hostile_text_takes_no_longer_than_it_may(piece: str) -> None:
    reading = Reading((piece * (SIZE // len(piece) + 1))[:SIZE], WORDS, frozenset())
    took = []
    for _try in range(5):
        begun = time.perf_counter()
        find(reading)
        took.append(time.perf_counter() - begun)
        if min(took) < LIMIT:
            return
    assert min(took) < LIMIT * 3, f"{min(took):.3f} s"

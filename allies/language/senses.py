"""Whether an everyday word carries stigma where it stands: “clean” of a son, and of a kitchen.

A logistic regression over what stands around the word, trained on examples of our own (`benchmarks/train_senses.py`).
The weights are a text file that people can read: a feature a line, its weight in fiftieths. “stigma-sense-clean +1 for”
is one of that rule's words with “for” right behind it, “stigma-sense-clean ~ test” a “test” not far away, “clean -1
stay” the word itself behind “stay” or “stayed”.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from allies.language.lexicon import MARKS
from allies.language.model import plain
from allies.language.reading import Reading

FILE = Path(__file__).parent / "senses.tsv"
UNIT = 50
NEAR, AROUND = 3, 24  # words beside it whose place counts; pieces before and behind that are looked at
_MOST = 20_000  # words kept with their plain forms
EDGE = "|"  # what stands beyond the first and the last word


@dataclass(frozen=True, slots=True)
class Senses:
    weights: Mapping[str, int]
    bias: int
    threshold: float  # the chance from which it is meant so

    def chance(self, rule: str, reading: Reading, start: int, end: int) -> float:
        """How likely the signs of a text from `start` to `end` are what `rule` looks for, 0 to 1."""
        total = sum([self.weights.get(each, 0) for each in features(rule, reading, start, end)], self.bias)
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, total / UNIT))))


def is_meant(rule: str, reading: Reading, start: int, end: int) -> bool:
    model = shipped_senses()
    return model.chance(rule, reading, start, end) >= model.threshold


def features(rule: str, reading: Reading, start: int, end: int) -> list[str]:
    first, last = reading.pieces_of(start, end)
    before = _tokens(reading.pieces[max(0, first - AROUND) : first])
    after = _tokens(reading.pieces[last : last + AROUND])
    term = "_".join(_tokens(reading.pieces[first:last]))
    left, right = ([*some[:NEAR], *[EDGE] * (NEAR - len(some))] for some in (before[::-1], after))
    found = [term, f"{term} -1 {left[0]}", f"{term} +1 {right[0]}"]
    found += [f"{rule} ~ {each}" for each in {*before, *after}]
    found += [f"{rule} -{number} {each}" for number, each in enumerate(left, 1)]
    found += [f"{rule} +{number} {each}" for number, each in enumerate(right, 1)]
    found += [f"{rule} - {left[1]} {left[0]}", f"{rule} + {right[0]} {right[1]}", f"{rule} -+ {left[0]} {right[0]}"]
    return found


class _Tokens(dict[str, str]):
    """Each piece of a text as it is looked at: a word by its plain form, a mark, or nothing; found once."""

    def __missing__(self, piece: str) -> str:
        token = plain(piece) if piece[0].isalnum() else MARKS[piece].strip()
        if len(self) >= _MOST:
            self.clear()
        if len(piece) < 40:
            self[piece] = token
        return token


_TOKENS = _Tokens()


def _tokens(pieces: Sequence[str]) -> list[str]:
    return list(filter(None, map(_TOKENS.__getitem__, pieces)))


@cache
def shipped_senses() -> Senses:
    return read_senses(FILE.read_text(encoding="utf-8"))


def read_senses(text: str) -> Senses:
    """Raises ValueError for a text that is none."""
    rows = [line.rsplit("\t", 1) for line in text.splitlines() if line and not line.startswith("#")]
    weights = {name: int(value) for name, value in rows}
    if not {"BIAS", "THRESHOLD"} <= weights.keys():
        raise ValueError("no BIAS or no THRESHOLD")
    return Senses(weights, weights.pop("BIAS"), weights.pop("THRESHOLD") / 1000)

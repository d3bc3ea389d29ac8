"""A small model beside the rules: how much a sentence looks like each element, for what no rule names.

Logistic regressions over words, over two words that stand close together and over what the rules see, trained on
sentences of our own (`benchmarks/train_requests.py`). The weights are a text file that people can read: a feature a
line, its weight for each of SEEN in fiftieths.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Final

from allies.craft.requesting.patterns import SORTS
from allies.craft.requesting.rules import SEEN, Rules

FILE: Final = Path(__file__).parent / "model.tsv"
UNIT: Final = 50  # weights are written in fiftieths
SORTED: Final = (  # lists whose words count as one, the first that fits
    "feel", "bad_trait", "feel_verb", "hardship", "hard", "day", "month", "clock", "meal", "unit", "number", "good",
    "helpful", "place", "fun",
)  # fmt: skip
STEM: Final = 5  # letters that longer words are also known by
EDGE: Final = "|"  # before the first word and after the last
_UNKNOWN = {sign: name for name, sign in SORTS.items() if name != "+other"}


@dataclass(frozen=True, slots=True)
class Names:
    """What a word counts as in pairs: the list it is in, or itself."""

    sorts: Mapping[str, str]

    def features(self, words: Sequence[str], signs: str, cues: Iterable[str]) -> list[str]:
        """The features of a sentence: words, their stems (`shout~`), pairs, and what rules saw in it (`=element`)."""
        plain = [EDGE, *map(self._name, words, signs), EDGE]
        near = [f"{a} {b}" for a, b in pairwise(plain)]
        apart = [f"{a} _ {b}" for a, b in zip(plain, plain[2:], strict=False)]
        stems = [f"{word[:STEM]}~" for word in words if len(word) > STEM]
        return [*words, *plain[1:-1], *near, *apart, *stems, *(f"={cue}" for cue in cues)]

    def _name(self, word: str, sign: str) -> str:
        return self.sorts.get(word) or _UNKNOWN.get(sign) or word


def names(rules: Rules) -> Names:
    return Names({word: f"@{name}" for name in reversed(SORTED) for word in rules.lexicon.lists[name]})


@dataclass(frozen=True, slots=True)
class Model:
    weights: Mapping[str, tuple[int, ...]]  # of a feature for each of SEEN
    bias: tuple[int, ...]

    def chances(self, found: Iterable[str]) -> dict[str, float]:
        """How likely a sentence with these features has each of SEEN, 0 to 1."""
        rows = [self.bias, *filter(None, map(self.weights.get, set(found)))]
        return {name: _chance(sum(row) / UNIT) for name, row in zip(SEEN, zip(*rows, strict=True), strict=True)}


def _chance(total: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


@cache
def shipped_model() -> Model:
    return read_model(FILE.read_text(encoding="utf-8"))


def read_model(text: str) -> Model:
    """Raises ValueError for a text that is no model."""
    weights = {}
    for line in text.splitlines():
        if not line.startswith("#"):
            name, *values = line.split("\t")
            row = [int(value or 0) for value in values]
            weights[name] = (*row, *[0] * (len(SEEN) - len(row)))
    try:
        return Model(weights, weights.pop("BIAS"))
    except KeyError:
        raise ValueError("no line BIAS") from None

"""What a word of the site's own would mark, looked at before it counts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from allies.moderation.own_terms import places

AROUND = 40  # characters of context on either side
EXAMPLES = 12
MOST_HARMLESS = 2  # per cent of harmless sentences that a word may mark; with more it is a common word


@dataclass(frozen=True, slots=True)
class Example:
    before: str
    marked: str
    after: str


@dataclass(frozen=True, slots=True)
class Trial:
    looked_at: int
    marked: int
    examples: tuple[Example, ...]


@cache
def harmless() -> tuple[str, ...]:
    """Sentences of our own that say nothing wrong, as members write them."""
    lines = (Path(__file__).parent / "harmless.txt").read_text(encoding="utf-8").splitlines()
    return tuple(line for line in lines if line and not line.startswith("#"))


def try_on(phrase: str, texts: Iterable[str]) -> Trial:
    """How many of `texts` the phrase would mark, and the first places with some words around them."""
    looked_at = marked = 0
    examples: list[Example] = []
    for text in texts:
        looked_at += 1
        found = list(places(phrase, text))
        marked += bool(found)
        examples += [_example(text, *place) for place in found[: EXAMPLES - len(examples)]]
    return Trial(looked_at, marked, tuple(examples))


def _example(text: str, start: int, end: int) -> Example:
    before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    before = f"…{before}" if start > AROUND else before
    after = f"{after}…" if end + AROUND < len(text) else after
    return Example(before, text[start:end], after)


def is_common(phrase: str) -> bool:
    trial = try_on(phrase, harmless())
    return trial.marked * 100 > MOST_HARMLESS * trial.looked_at

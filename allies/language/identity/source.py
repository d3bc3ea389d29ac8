"""What the search for identifying details reads, and what it finds."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

MOST = 200  # candidates that one search looks at in one text: no honest text has more, and a hostile one costs no more


@dataclass(frozen=True, slots=True)
class Source:
    """A text twice, letter by letter in the same places: as it is shown, and in small plain letters."""

    shown: str
    folded: str
    words: frozenset[str]  # the words in it that some search asks for

    def has(self, some: frozenset[str]) -> bool:
        return not self.words.isdisjoint(some)

    def before(self, place: int, size: int = 60) -> str:
        """What stands in front of a place, in small letters."""
        return self.folded[max(0, place - size) : place]

    def after(self, place: int, size: int = 60) -> str:
        return self.folded[place : place + size]

    def sentence_before(self, place: int, size: int = 160) -> str:
        """The sentence up to a place, in small letters."""
        some = self.before(place, size)
        return some[max(some.rfind(mark) for mark in (". ", "! ", "? ", "\n")) + 1 :]


@dataclass(frozen=True, slots=True)
class Found:
    start: int
    end: int
    subkind: str
    instead: tuple[str, ...] = ()


def some(matches: Iterable[re.Match[str]]) -> Iterable[re.Match[str]]:
    return islice(matches, MOST)

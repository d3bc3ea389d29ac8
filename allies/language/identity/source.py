"""What the search for identifying details reads, and what it finds."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice
from typing import NamedTuple

# Places that one search looks at in one text: no honest text has more, and a hostile one costs no more.
MOST = 200
_FIGURES = re.compile(r"\d+")
_DIGITS = "0123456789"
_ENDS = (". ", "! ", "? ", "\n")


class Source:
    """A text twice, letter by letter in the same places: as it is shown, and in small plain letters."""

    __slots__ = ("figures", "folded", "shown", "words")

    def __init__(self, shown: str, folded: str, words: frozenset[str]) -> None:
        self.shown, self.folded = shown, folded
        self.words = words  # those in it that some search asks for
        self.figures: list[tuple[int, int]] = []  # where numbers stand
        if any(map(folded.__contains__, _DIGITS)) or not folded.isascii():
            self.figures = [each.span() for each in some(_FIGURES.finditer(folded), MOST * 2)]

    def has(self, some: frozenset[str]) -> bool:
        return not self.words.isdisjoint(some)

    def places(self, asked: frozenset[str]) -> list[tuple[int, str]]:
        """Where words stand that a search asks for."""
        found: list[tuple[int, str]] = []
        text = self.folded
        for word in self.words & asked:
            at, many = text.find(word), 0
            while at >= 0 and many < MOST * 2:
                end = at + len(word)
                if not (text[at - 1 : at].isalnum() or text[end : end + 1].isalnum()):
                    found.append((at, word))
                at = text.find(word, end)
                many += 1
        found.sort()
        return found[:MOST]

    def marks(self, mark: str) -> list[int]:
        """Where a sign or a few letters stand."""
        find, size = self.folded.find, len(mark)
        at, found = find(mark), list[int]()
        while at >= 0 and len(found) < MOST * 2:
            found.append(at)
            at = find(mark, at + size)
        return found

    def before(self, place: int, size: int = 60) -> str:
        """What stands in front of a place, in small letters."""
        return self.folded[max(0, place - size) : place]

    def after(self, place: int, size: int = 60) -> str:
        return self.folded[place : place + size]

    def sentence_before(self, place: int, size: int = 160) -> str:
        """The sentence up to a place, in small letters."""
        text = self.before(place, size)
        return text[max(map(text.rfind, _ENDS)) + 1 :]


class Found(NamedTuple):
    start: int
    end: int
    subkind: str
    instead: tuple[str, ...] = ()


def some(matches: Iterable[re.Match[str]], most: int = MOST) -> Iterable[re.Match[str]]:
    return islice(matches, most)

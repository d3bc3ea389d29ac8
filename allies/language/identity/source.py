"""What the search for identifying details reads, and what it finds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

# Places that one search looks at in one text: no honest text has more, and a hostile one costs no more.
MOST = 200
_FIGURES = re.compile(r"\d+")
_ENDS = (". ", "! ", "? ", "\n")


@dataclass(frozen=True)
class Source:
    """A text twice, letter by letter in the same places: as it is shown, and in small plain letters."""

    shown: str
    folded: str
    words: frozenset[str]  # the words in it that some search asks for

    def has(self, some: frozenset[str]) -> bool:
        return not self.words.isdisjoint(some)

    def places(self, asked: frozenset[str]) -> list[tuple[int, str]]:
        """Where words stand that a search asks for."""
        here = self.words & asked
        found: list[tuple[int, str]] = []
        for word in sorted(here) if len(here) > 1 else here:
            found += ((at, word) for at in self.marks(word) if self._is_whole(at, at + len(word)))
        return sorted(found)[:MOST]

    def marks(self, mark: str) -> Iterator[int]:
        """Where a sign or a few letters stand."""
        at = self.folded.find(mark)
        for _time in range(MOST * 2):
            if at < 0:
                return
            yield at
            at = self.folded.find(mark, at + len(mark))

    @cached_property
    def figures(self) -> list[tuple[int, int]]:
        """Where numbers stand."""
        return [each.span() for each in some(_FIGURES.finditer(self.folded), MOST * 2)]

    def before(self, place: int, size: int = 60) -> str:
        """What stands in front of a place, in small letters."""
        return self.folded[max(0, place - size) : place]

    def after(self, place: int, size: int = 60) -> str:
        return self.folded[place : place + size]

    def sentence_before(self, place: int, size: int = 160) -> str:
        """The sentence up to a place, in small letters."""
        text = self.before(place, size)
        return text[max(text.rfind(mark) for mark in _ENDS) + 1 :]

    def _is_whole(self, start: int, end: int) -> bool:
        return not (self.folded[start - 1 : start].isalnum() or self.folded[end : end + 1].isalnum())


@dataclass(frozen=True, slots=True)
class Found:
    start: int
    end: int
    subkind: str
    instead: tuple[str, ...] = ()


def some(matches: Iterable[re.Match[str]], most: int = MOST) -> Iterable[re.Match[str]]:
    return islice(matches, most)

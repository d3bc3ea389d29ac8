"""One text, read: its words as signs, and the way back from a sign to its place in the text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property

from allies.language.folding import ends, fold, unmask
from allies.language.lexicon import MARKS, NONE, PIECES, Words, first_word

_QUOTED = re.compile(
    r"\"[^\"\n]{1,300}\"|“[^”\n]{1,300}”|(?<![\w])'[^'\n]{1,200}'(?![\w])|(?<![\w])‘[^’\n]{1,200}’(?!\w)"
)
_SINGLE = re.compile(r"'(?<![a-z0-9]')[a-z0-9]")  # a quotation may begin; most apostrophes stand inside words
_ENDS = re.compile(r"[.?!]")
_SPLITTING, _LETTERS = frozenset(".-_"), b"\1\1\1\1"  # between the halves of a word; so many letters in a row
_MASK = re.compile(r"[!@$*|#0-9+]")  # found at once when there is none
_MASKS = re.compile(r"[a-z][!@$*|#0-9+]{1,2}[a-z0-9]|(?<![a-z0-9.])[@4][a-z]{4}")
_JOINING = frozenset(("and", "or", "of", "on", "for", "the", "&"))
_CAPITAL_BEFORE = re.compile(r"(?:^|\s|[(\[])[A-Z][a-z]\S* (?:(?:of|on|for|and|the|in|&) )*$")
_CAPITAL_AFTER = re.compile(r",? (?:(?:of|on|for|and|by|in|&) )*[A-Z][a-z]")
_CAPITALS = re.compile(
    r"[A-Z]\S*,?\s(?:(?:of|on|for|and|the|by|in|&)\s)*[A-Z]"
)  # without such, neither of them is found
SHORT, LONG, OVERLAP = 24, 160, 24  # signs looked at together: at least (but for the last), at most, and in both of two
PASSAGE = 400  # signs around a finding that its exceptions see


class Reading:
    __slots__ = ("__dict__", "codes", "cues", "folded", "numbers", "pieces", "places", "signs", "text")

    def __init__(self, text: str, words: Words, masked: frozenset[str]) -> None:
        self.text = text
        folded, self.places = fold(text)
        self.folded = unmask(folded, masked) if _MASK.search(folded) and _MASKS.search(folded) else folded
        self.pieces = PIECES.findall(self.folded)
        first = first_word(self.pieces)
        known = list(map(words.__getitem__, self.pieces[first::2]))
        self.cues = [word[2] for word in known]
        self.numbers = [NONE] * len(self.pieces)
        self.numbers[first::2] = [word[1] for word in known]
        self.codes = [""] * len(self.pieces)
        self.codes[first::2] = [word[0] for word in known]
        self.codes[1 - first :: 2] = map(MARKS.__getitem__, self.pieces[1 - first :: 2])
        if first and self.codes:  # what stands before the first word: each text begins as a sentence does
            self.codes[0] = ""
        if self.codes and self.codes[-1] in {" ", ","}:  # a text that ends with ♥ or a quotation mark
            self.codes[-1] = ""
        self.signs = f".{''.join(self.codes)}."

    @cached_property
    def _sign_ends(self) -> list[int]:
        return ends(self.codes)

    @cached_property
    def _piece_ends(self) -> list[int]:
        return ends(self.pieces)

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Where the signs from `start` to `end` stand in the text."""
        return self.original(*self.letters(start, end))

    def letters(self, start: int, end: int) -> tuple[int, int]:
        """Where they stand in the folded text."""
        first, last = self.pieces_of(start, end)
        return self._piece_ends[first] - len(self.pieces[first]), self._piece_ends[last - 1]

    def pieces_of(self, start: int, end: int) -> tuple[int, int]:
        """The first of the pieces that the signs from `start` to `end` stand for, and the one behind the last."""
        last = bisect_right(self._sign_ends, end - 2)
        return bisect_right(self._sign_ends, start - 1), min(last + 1, len(self.pieces))

    def of_pieces(self, first: int, last: int) -> tuple[int, int]:
        """Where the pieces from `first` to before `last` stand in the text, without what stands around their words."""
        while last - 1 > first and not self.pieces[last - 1][0].isalnum():
            last -= 1
        while first < last - 1 and not self.pieces[first][0].isalnum():
            first += 1
        begin = self._piece_ends[first] - len(self.pieces[first])
        return self.original(begin, self._piece_ends[last - 1])

    def original(self, start: int, end: int) -> tuple[int, int]:
        if self.places is None:
            return start, end
        return self.places[start], self.places[end - 1] + 1

    def sentence(self, start: int, end: int) -> tuple[int, int]:
        """The signs of the sentence around those from `start` to `end`, with the marks at both ends."""
        before = max(self.signs.rfind(mark, 0, start) for mark in ".?!")
        after = _ENDS.search(self.signs, end)
        return max(before, start - PASSAGE, 0), min(after.end() if after else len(self.signs), end + PASSAGE)

    def may_be_spelled(self) -> bool:
        """Whether there may be a word written letter by letter or in two (`spelled_out`), known at a glance."""
        if not _SPLITTING.isdisjoint(self.pieces):
            return True
        lengths = map(len, self.pieces[first_word(self.pieces) :: 2])
        return _LETTERS in bytes([length if length < 256 else 0 for length in lengths])

    @cached_property
    def quotations(self) -> list[tuple[int, int]]:
        """The places between quotation marks, in the original text."""
        if '"' not in self.folded and not _SINGLE.search(self.folded):
            return []
        return [found.span() for found in _QUOTED.finditer(self.text)]

    @cached_property
    def has_titles(self) -> bool:
        """Whether there may be a name or title anywhere (`is_titled`)."""
        return bool(_CAPITALS.search(self.text))

    def is_quoted(self, start: int, end: int) -> bool:
        return any(begin < start and end < finish for begin, finish in self.quotations)

    def is_titled(self, start: int, end: int) -> bool:
        """Whether it is part of a name or title: capitals where a sentence would have none, and one more beside it."""
        words = [word for word in self.text[start:end].split() if word not in _JOINING]
        before = self.text[max(0, start - 60) : start]
        if not all(word[0].isupper() and not word.isupper() for word in words):
            return False
        begins = not before.strip() or before.rstrip()[-1] in ".?!"
        if begins and len(words) == 1:
            return False
        return bool(_CAPITAL_BEFORE.search(before) or _CAPITAL_AFTER.match(self.text, end))

    def passages(self, kinds: Sequence[int] = (), others: int = 0) -> Iterator[tuple[int, int, int]]:
        """The text a sentence at a time, very short ones together: where each begins and ends, with the marks there.

        `kinds`: bits of each sentence; `others`: of those beyond. The last of the three: the bits of any of them.
        """
        start, here, of_each = 0, 0, iter(kinds)
        for mark in _ENDS.finditer(self.signs, 1):
            here |= next(of_each, others)
            if mark.start() - start < SHORT and mark.end() < len(self.signs):
                continue
            while mark.end() - start > LONG:
                yield start, start + LONG, here
                start += LONG - OVERLAP
            yield start, mark.end(), here
            start, here = mark.start(), 0

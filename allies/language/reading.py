"""One text, read: its words as signs, and the way back from a sign to its place in the text."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property

from allies.language.folding import ends, fold, unmask
from allies.language.lexicon import PIECES, Lexicon

_QUOTED = re.compile(
    r"\"[^\"\n]{1,300}\"|“[^”\n]{1,300}”|(?<![\w])'[^'\n]{1,200}'(?![\w])|(?<![\w])‘[^’\n]{1,200}’(?!\w)"
)
_ENDS = re.compile(r"[.?!]")
_MASKS = re.compile(r"[a-z][!@$*|#0-9+]{1,2}[a-z0-9]|(?<![a-z0-9.])[@4][a-z]{4}")
_JOINING = frozenset(("and", "or", "of", "on", "for", "the", "&"))
_CAPITAL_BEFORE = re.compile(r"(?:^|\s|[(\[])[A-Z][a-z]\S* (?:(?:of|on|for|and|the|in|&) )*$")
_CAPITAL_AFTER = re.compile(r",? (?:(?:of|on|for|and|by|in|&) )*[A-Z][a-z]")
PASSAGE = 400  # signs looked at together: a long text goes by passages, cut where a sentence ends


class Reading:
    __slots__ = ("__dict__", "codes", "folded", "pieces", "places", "signs", "text")

    def __init__(self, text: str, lexicon: Lexicon, masked: frozenset[str]) -> None:
        self.text = text
        folded, self.places = fold(text)
        self.folded = unmask(folded, masked) if _MASKS.search(folded) else folded
        self.pieces = PIECES.findall(self.folded)
        self.codes = list(map(lexicon.codes.__getitem__, self.pieces))
        for outer in {0, len(self.codes) - 1} if self.codes else ():  # a text that begins with ♥ or a quotation mark
            if self.codes[outer] in {" ", ","}:
                self.codes[outer] = ""
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
        first = bisect_right(self._sign_ends, start - 1)
        last = bisect_right(self._sign_ends, end - 2)
        begin = self._piece_ends[first] - len(self.pieces[first])
        return begin, self._piece_ends[min(last, len(self.pieces) - 1)]

    def original(self, start: int, end: int) -> tuple[int, int]:
        if self.places is None:
            return start, end
        return self.places[start], self.places[end - 1] + 1

    def sentence(self, start: int, end: int) -> tuple[int, int]:
        """The signs of the sentence around those from `start` to `end`, with the marks at both ends."""
        before = max(self.signs.rfind(mark, 0, start) for mark in ".?!")
        after = _ENDS.search(self.signs, end)
        return max(before, start - PASSAGE, 0), min(after.end() if after else len(self.signs), end + PASSAGE)

    @cached_property
    def quotations(self) -> list[tuple[int, int]]:
        """The places between quotation marks, in the original text."""
        return [found.span() for found in _QUOTED.finditer(self.text)] if self.text else []

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

    def passages(self) -> list[tuple[int, int]]:
        """The text in parts of about PASSAGE signs: short texts are one."""
        length, parts, start = len(self.signs), [], 0
        while length - start > PASSAGE:
            cut = max(self.signs.rfind(mark, start + PASSAGE // 2, start + PASSAGE) for mark in ".?!")
            cut = cut if cut > 0 else start + PASSAGE
            parts.append((start, cut + 1))
            start = cut
        parts.append((start, length))
        return parts

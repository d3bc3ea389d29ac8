"""A request put together from its pieces, for its writer to change. Source: METHOD procedure 4 (seven elements)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

FEW: Final = 3  # words of a feeling that stands alone: "worried", "sad and tired"
_END: Final = re.compile(r"(?<=[.!?…])\s+|(?<=[.!?…][\"”’)])\s+|\n+")
_CLOSED: Final = re.compile(r"[.!?…][\"”’)]*$")


def draft(pieces: Sequence[str], *, feeling: str = "", feeling_stem: str = "") -> str:
    """`pieces` as sentences, in the order given, empty ones left out; `feeling` among them may be a mere word.

    A feeling of at most FEW words that stands in `pieces` is put after `feeling_stem` ("I feel …"). Nothing else is
    added: it remains what its member wrote.
    """
    made = []
    for piece in pieces:
        words = piece.split()
        if words and piece == feeling and len(words) <= FEW and feeling_stem and not _says_i(words, feeling_stem):
            words = [*feeling_stem.split(), _small(words[0]), *words[1:]]
        if words:
            made.append(_sentence(" ".join(words)))
    return " ".join(made)


def sentences(text: str) -> list[str]:
    """One sentence at a time, as one says it aloud; lines end sentences too."""
    return [found for part in _END.split(text) if (found := " ".join(part.split()))]


def _says_i(words: Sequence[str], stem: str) -> bool:
    """Whether it begins as the stem does: "I …", "I’m …"."""
    first = stem.split()[0].casefold()
    return re.split(r"['’]", words[0].casefold())[0] == first


def _sentence(text: str) -> str:
    text = text.strip('"“”').strip() or text
    return f"{text[0].upper()}{text[1:]}" + ("" if _CLOSED.search(text) else ".")


def _small(word: str) -> str:
    return word if word[1:] != word[1:].lower() else word.lower()

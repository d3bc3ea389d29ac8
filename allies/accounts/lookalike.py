"""Characters that pass for one another, folded to one form, so that nobody can wear another member's name."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from confusable_homoglyphs.utils import load

# Read in small type and in lower case, these are one and the same to a tired reader.
_FOLDS = (("rn", "m"), ("vv", "w"), ("0", "o"), ("1", "l"), ("i", "l"), ("|", "l"))
_SEPARATORS = "-_. "
_DIRECTION_MARK = "\u200e"  # the tables wrap right-to-left characters in it


@lru_cache(maxsize=1)
def _prototypes() -> dict[str, str]:
    """Unicode's confusables (UTS 39): each character with the one it is drawn like."""
    tables: dict[str, list[dict[str, str]]] = load("confusables.json")
    found = {}
    for raw, likes in tables.items():
        character = raw.replace(_DIRECTION_MARK, "")
        if len(character) != 1 or len(likes) != 1:  # several likenesses: it is itself what others are drawn like
            continue
        target = likes[0]["c"].replace(_DIRECTION_MARK, "")
        if len(tables.get(target, ())) == 1 and (target.isascii(), character) < (character.isascii(), target):
            continue  # two that name each other: the second keeps its own form
        found[character] = target
    return found


def skeleton(name: str) -> str:
    """What stays of a name once case, accents, separators and look-alike characters are taken away.

    Two names with one skeleton can be taken for each other. The skeleton is never shown.
    Source: Unicode Technical Standard 39, section 4, with the folds that readers of small type need.
    """
    prototypes = _prototypes()
    drawn = "".join(prototypes.get(character, character) for character in unicodedata.normalize("NFKC", name))
    lower = unicodedata.normalize("NFKD", drawn.casefold())
    bare = "".join(c for c in lower if c not in _SEPARATORS and not "\u0300" <= c <= "\u036f")
    for pair, folded in _FOLDS:
        bare = bare.replace(pair, folded)
    return bare

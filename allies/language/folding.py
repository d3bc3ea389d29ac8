"""A text as the rules read it: small plain letters, with the place of each in the original kept."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from itertools import accumulate

QUOTES = {"’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"'}
DASHES = dict.fromkeys("‐‑‒–—―−", "-")
UNSEEN = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")  # split a word for a machine and not for a reader


class _Plain(dict[int, str]):
    """One character's plain form, found once: é and ｅ are e."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        decomposed = unicodedata.normalize("NFKD", character).lower()
        plain = decomposed[:1] if decomposed[:1].isascii() else character.lower()[:1]
        if len(self) < 5000:
            self[code] = plain or " "
        return plain or " "


_LOOKALIKES = dict(
    zip("аеорсухіѕјοαеκιν", "aeopcyxisjoaekiv", strict=True)
)  # Cyrillic and Greek letters that pass for ours
_plain = _Plain({ord(mark): plain for mark, plain in (QUOTES | DASHES | _LOOKALIKES).items()})
_ODD, _FEW = re.compile(r"[^\x00-\x7f]"), 12


def fold(text: str) -> tuple[str, list[int] | None]:
    """The text in small plain letters, and for each of them its place in `text` (None: each at its own place)."""
    if text.isascii():
        return text.lower(), None
    kept, odd = None, set(_ODD.findall(text))
    if odd & UNSEEN:
        kept = [place for place, character in enumerate(text) if character not in UNSEEN]
        text = "".join([text[place] for place in kept])
        kept.append(kept[-1] + 1 if kept else 0)
    if len(odd) > _FEW:
        return text.translate(_plain), kept
    for character in odd:  # quicker than a look at each letter
        text = text.replace(character, _plain[ord(character)])
    return text.lower() if text.isascii() else text.translate(_plain), kept


_SPLIT = re.compile(r"(?<![a-z0-9.\-_])([a-z]{2,9})[.\-_]([a-z]{2,9})(?![a-z0-9.\-_])")
_MASKED = re.compile(r"(?<![a-z0-9])(?:[a-z]{1,9}[!@$*#|0-9+]{1,2}|[@4][a-z])[a-z!@$*#|0-9+]{0,16}")
_SPELLED = re.compile(r"(?<![a-z0-9'])[a-z](?:([.\-_*~ ])[a-z])(?:\1[a-z]){2,14}(?![a-z0-9'])")
_MEANS = {"!": "il", "|": "il", "1": "il", "@": "a", "4": "a", "$": "s", "5": "s", "0": "o", "3": "e", "7": "t"}
_ANY = frozenset("*#+")  # these stand for any letter


def unmask(folded: str, terms: frozenset[str]) -> str:
    """Write out disguised terms (add1ct, j*nkie) in place; nothing else changes, and no letter moves."""
    return _MASKED.sub(lambda found: _unmasked(found[0], terms), folded)


def _unmasked(found: str, terms: frozenset[str]) -> str:
    for word in {found: 1, found.rstrip("!*|"): 1}:  # “add!ct!”: the last one may be a mark
        first = _MEANS.get(word[0], word[0])
        for term in _like(terms).get((first, len(word)), ()):
            if all(a == b or a in _ANY or b in _MEANS.get(a, "") for a, b in zip(word, term, strict=True)):
                return term + found[len(term) :]
    return found


@cache
def _like(terms: frozenset[str]) -> dict[tuple[str, int], list[str]]:
    """Terms by their first letter and their length."""
    found: dict[tuple[str, int], list[str]] = {}
    for term in sorted(terms):
        found.setdefault((term[0], len(term)), []).append(term)
    return found


def spelled_out(folded: str, terms: frozenset[str]) -> list[tuple[int, int, str]]:
    """Terms written letter by letter (j.u.n.k.i.e) or in two (jun.kie): where they stand, and which they are."""
    found = []
    for match in _SPELLED.finditer(folded):
        letters = match[0][::2]  # with a letter before or after that is a word of its own: “a j u n k i e”
        parts = ((letters[a : len(letters) - b], a, b) for a in range(3) for b in range(3))
        found += [(match.start() + 2 * a, match.end() - 2 * b, part) for part, a, b in parts if part in terms][:1]
    for match in _SPLIT.finditer(folded):
        word = match[1] + match[2]
        if word in terms:
            found.append((match.start(), match.end(), word))
    return found


def ends(pieces: list[str]) -> list[int]:
    """Where each piece ends, when they stand one after another."""
    return list(accumulate(map(len, pieces)))

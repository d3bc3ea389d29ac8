"""A text as the rules read it: small plain letters, with the place of each in the original kept."""

from __future__ import annotations

import re
import unicodedata
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


def fold(text: str) -> tuple[str, list[int] | None]:
    """The text in small plain letters, and for each of them its place in `text` (None: each at its own place)."""
    if text.isascii():
        return text.lower(), None
    kept = None
    if not UNSEEN.isdisjoint(text):
        kept = [place for place, character in enumerate(text) if character not in UNSEEN]
        text = "".join([text[place] for place in kept])
        kept.append(kept[-1] + 1 if kept else 0)
    return text.translate(_plain), kept


_MASKED = re.compile(r"(?<![a-z0-9])[a-z]{1,9}[!@$*#|0-9+]{1,2}[a-z!@$*#|0-9+]{0,16}")
_SPELLED = re.compile(r"(?<![a-z0-9'])[a-z](?:([.\-_*~ ])[a-z])(?:\1[a-z]){2,14}(?![a-z0-9'])")
_UNMASKED = str.maketrans("!|1@4$5037+", "iiiaassoett")


def unmask(folded: str, terms: frozenset[str]) -> str:
    """Write out disguised terms (add1ct, j*nkie) in place; nothing else changes, and no letter moves."""
    return _MASKED.sub(lambda found: _unmasked(found[0], terms), folded)


def _unmasked(word: str, terms: frozenset[str]) -> str:
    core = word.rstrip("!@$*#|+")
    if len(core) > 20:
        return word
    plain = core.translate(_UNMASKED)
    for guess in (plain, *(plain.replace("*", vowel).replace("#", vowel) for vowel in "aeiou")):
        if guess in terms:
            return guess + word[len(core) :]
    return word


def spelled_out(folded: str, terms: frozenset[str]) -> list[tuple[int, int, str]]:
    """Terms written letter by letter (j.u.n.k.i.e): where they stand, and which they are."""
    found = [(match.start(), match.end(), match[0][::2]) for match in _SPELLED.finditer(folded)]
    return [each for each in found if each[2] in terms]


def ends(pieces: list[str]) -> list[int]:
    """Where each piece ends, when they stand one after another."""
    return list(accumulate(map(len, pieces)))

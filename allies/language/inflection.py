"""Forms of regular English verbs and nouns, so that a rule names each word once, and what fingers make of a word."""

from __future__ import annotations

import re
from collections.abc import Iterator

_DOUBLED = re.compile(r"[^aeiou][aeiou][bdgklmnprt]")


def verb(base: str) -> tuple[str, ...]:
    """kill: kill, kills, killing, killed. For verbs of one syllable and for regular ones; others are written out."""
    if base.endswith("e"):
        return base, f"{base}s", f"{base[:-1]}ing", f"{base}d"
    if re.search(r"[^aeiou]y$", base):
        return base, f"{base[:-1]}ies", f"{base}ing", f"{base[:-1]}ied"
    third = f"{base}es" if base.endswith(("s", "sh", "ch", "x", "z", "o")) else f"{base}s"
    stem = base + base[-1] if len(base) < 6 and _DOUBLED.search(base[-3:]) else base
    return base, third, f"{stem}ing", f"{stem}ed"


def plural(noun: str) -> str:
    if re.search(r"[^aeiou]y$", noun):
        return f"{noun[:-1]}ies"
    return f"{noun}es" if noun.endswith(("s", "sh", "ch", "x", "z")) else f"{noun}s"


def forms(word: str) -> tuple[str, ...]:
    """As word lists write it: `kill+` all forms of a verb, `mate*` a noun and its plural, anything else itself."""
    if word.endswith("+"):
        return verb(word[:-1])
    if word.endswith("*"):
        return word[:-1], plural(word[:-1])
    return (word,)


def slips(word: str) -> Iterator[str]:
    """How a word is often mistyped: two letters swapped, one lost or doubled, another vowel; never the first letter."""
    for at in range(1, len(word)):
        head, letter, tail = word[:at], word[at], word[at + 1 :]
        yield head + tail
        yield head + letter + letter + tail
        if tail:
            yield head + tail[0] + letter + tail[1:]
        if letter in "aeio":
            yield from (head + vowel + tail for vowel in "aeio" if vowel != letter)

"""What a text becomes when its writer takes an alternative: with “a” for “an” and a capital where one stood."""

from __future__ import annotations

import re
from dataclasses import dataclass

from allies.language.finding import Finding

_ARTICLE = re.compile(r"\b(an?)(\s+)$", re.IGNORECASE)
_BEGINS = re.compile(r"[.?!…\n][\s\"“‘'(*_]*$")
_SOUNDS_LIKE_A_VOWEL = re.compile(r"\W*(?:[aeio]|u(?!ni|s[ei])|hour|honest)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Replacement:
    """`words` take the place of what stands from `start` to `end` (code points of the text)."""

    start: int
    end: int
    words: str


def replacement(text: str, finding: Finding, alternative: str) -> Replacement:
    """How `alternative` takes the place of what `finding` found in `text`."""
    begins = _BEGINS.search(text, max(0, finding.start - 12), finding.start) or finding.start == 0
    words = alternative[:1].upper() + alternative[1:] if begins and text[finding.start].isupper() else alternative
    article = _ARTICLE.search(text, max(0, finding.start - 12), finding.start)
    if article is None:
        return Replacement(finding.start, finding.end, words)
    right = "an" if _SOUNDS_LIKE_A_VOWEL.match(words) else "a"
    if re.match(r"(?:people|those|someone|somebody|my|our|an?)\b", words, re.IGNORECASE):
        return Replacement(article.start(), finding.end, words)
    if article[1][0].isupper():
        right = right.capitalize()
    return Replacement(article.start(), finding.end, f"{right}{article[2]}{words}")


def in_place(text: str, finding: Finding) -> tuple[int, int, tuple[str, ...]]:
    """What a writer changes at once: from where to where, and each alternative as it would stand there."""
    changes = [replacement(text, finding, each) for each in finding.alternatives]
    start = min((each.start for each in changes), default=finding.start)
    return start, finding.end, tuple(text[start : each.start] + each.words for each in changes)


def replaced(text: str, finding: Finding, alternative: str) -> str:
    """The whole text with `alternative` in place."""
    change = replacement(text, finding, alternative)
    return text[: change.start] + change.words + text[change.end :]

"""What a text becomes when choices are applied: with “a” for “an”, a capital where one stood, no gap behind it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from allies.language.veiling.detail import Detail

_QUOTES = "\"“‘'"
_BEGINS = re.compile(r"(?:[.?!…\n][\"”’')]?\s*)[\"“‘'(*_]*$")
_CLOSING = re.compile(r"""([.?!…]+)["”’')]*$""")
_NEXT = re.compile(r"""["”’')]*(?:\s*$|\s*\n|\s+["“‘'(]?[^\W\da-z_])""")
_ARTICLE = re.compile(r"\b(an?)(\s+)$", re.IGNORECASE)
_DETERMINER = re.compile(r"\b(?:an?|the|my|our|his|her|their|your|this|that)\s+$", re.IGNORECASE)
_OWN = re.compile(
    r"(?:an?|the|my|our|his|her|their|some|someone|somebody|something|somewhere|one|in|at)\b", re.IGNORECASE
)
_WHERE = re.compile(r"(?:somewhere|in|at|hidden)\b")
_LEAD = re.compile(r"\b(?:in|at|on|into|to) $", re.IGNORECASE)
_VOWEL = re.compile(r"\W*(?:[aeio]|u(?!ni|s[ei])|hour|honest)", re.IGNORECASE)


def veiled(text: str, accepted: Mapping[Detail, str]) -> str:
    """`text` with the words that a person chose for each detail in place; "" leaves it out. Others stay as they were.

    Raises ValueError when two of the details overlap or one lies outside the text: they are of another text.
    """
    made, last, capital = "", 0, False
    for each in sorted(accepted, key=lambda one: one.start):
        if not last <= each.start < each.end <= len(text):
            raise ValueError("these details are not of this text, or overlap")
        made += _from(text[last : each.start], capital=capital)
        capital = capital and each.start == last
        first = text[each.start].upper() if capital else text[each.start]
        words, ends = accepted[each], _stop(text, each)
        if first in _QUOTES and words and words[0] not in _QUOTES and made.endswith(", "):
            made = made[:-2] + " "  # he said, “…” becomes: he said something
        made, last = _joined(made, words, first), each.end
        if words and words[-1] not in ".?!…":
            made += ends
        elif not words and ends and not _begins(made):
            made, capital = made.rstrip(" ,") + ends, False
            continue
        capital = False
        if not accepted[each]:
            capital = _begins(made) and first.isupper()
            made, last = _closed(made, text, last)
    return made + _from(text[last:], capital=capital)


def _stop(text: str, detail: Detail) -> str:
    """What closed a sentence within the detail, as in “in Dayton.”: it stays, whatever stands there instead."""
    found = _CLOSING.search(text[detail.start : detail.end])
    return found[1] if found and _NEXT.match(text, detail.end) else ""


def _from(words: str, *, capital: bool) -> str:
    return words[:1].upper() + words[1:] if capital else words


def _begins(made: str) -> bool:
    """Whether a sentence begins behind it."""
    return not made.strip() or bool(_BEGINS.search(made[-12:]))


def _joined(made: str, words: str, first: str) -> str:
    if not words:
        return made
    if _WHERE.match(words) and (lead := _LEAD.search(made[-12:])):  # “at” + “somewhere near here”
        made = made[: len(made) - len(lead[0])]
        first = lead[0][0] if lead[0][0].isupper() else first
    if _begins(made) and (first.isupper() or (not first.isalpha() and made.strip()[:1].isupper())):
        words = words[:1].upper() + words[1:]
    if _OWN.match(words) and (own := _DETERMINER.search(made[-12:])):
        made = made[: len(made) - len(own[0])]
        if own[0][0].isupper():
            words = words[:1].upper() + words[1:]
    elif article := _ARTICLE.search(made[-12:]):
        right = "an" if _VOWEL.match(words) else "a"
        right = right.capitalize() if article[1][0].isupper() else right
        made = made[: len(made) - len(article[0])] + right + article[2]
    return made + words


def _closed(made: str, text: str, last: int) -> tuple[str, int]:
    """Without the blank or the comma that would stand twice."""
    following = text[last : last + 1]
    if _begins(made):
        while text[last : last + 1] in (" ", ",") and last < len(text):
            last += 1
    elif made.endswith(", ") and following == ",":
        made, last = made[:-2] + ",", last + 1
    elif made.endswith(" ") and not following.isalnum():
        made = made[:-1]
        if made.endswith(",") and following in (".", "!", "?", ""):
            made = made[:-1]
    return made, last

"""What is there already that may help: titles and summaries that share telling words with what somebody wrote.

Rooms tell where to look (`LOOKED_IN.append`), each for its own kind of page. Nothing of the words is kept or logged.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Q, QuerySet

from allies.language.rules import shipped

MOST = 3  # suggestions
ASKED_FOR = 12  # words of a long text that are looked for: its most telling ones
LOOKED_AT = 60  # pages of one room that are compared
SHORTEST = 4  # letters of a word
COMMON = 15  # of a thousand comments: what is in as many tells little
_WORDS = re.compile(r"[^\W\d_]{3,}")
_ENDING = re.compile(r"(ing|ed|es|s)$")
_TITLE = 2.0  # a word of the title counts so much more


@dataclass(frozen=True, slots=True)
class Suggestion:
    title: str
    summary: str
    address: str
    kind: str  # "answer", "lesson"


LOOKED_IN: list[Callable[[list[str], Any], Iterable[Suggestion]]] = []  # given words to look for, and for whom


def suggestions(text: str, *, to: Any) -> list[Suggestion]:
    """The few best ones for `text`, best first. `to`: the member, who may not see everything."""
    words = telling(text)
    if not words:
        return []
    found = [each for look in LOOKED_IN for each in look(words, to)]
    fits = sorted(((_fit(each, words, found), number) for number, each in enumerate(found)), reverse=True)
    return [found[number] for fit, number in fits if fit >= _TITLE][:MOST]


def telling(text: str) -> list[str]:
    """The stems of a text's most telling words: what it says often and comments seldom say."""
    often: dict[str, int] = shipped()["frequency"]
    found = _WORDS.findall(text.lower())
    count = Counter(_stem(word) for word in found if len(word) >= SHORTEST and often.get(word, 0) < COMMON)
    return [word for word, _times in count.most_common(ASKED_FOR)]


def fitting(rows: QuerySet[Any], words: list[str]) -> QuerySet[Any]:
    """Rows with a `title` and a `summary` that hold one of the words."""
    held = reduce(or_, (Q(title__icontains=word) | Q(summary__icontains=word) for word in words))
    return rows.filter(held)[:LOOKED_AT]


def _fit(one: Suggestion, words: list[str], among: list[Suggestion]) -> float:
    """A word that few of them hold counts most."""
    title, all_of_it = _stems(one.title), _stems(f"{one.title} {one.summary}")
    total = 0.0
    for word in all_of_it.intersection(words):
        holders = sum(word in _stems(f"{each.title} {each.summary}") for each in among)
        total += math.log(1 + len(among) / holders) * (_TITLE if word in title else 1.0)
    return total


def _stems(text: str) -> set[str]:
    return {_stem(word) for word in _WORDS.findall(text.lower())}


def _stem(word: str) -> str:
    short = _ENDING.sub("", word)
    return short if len(short) >= SHORTEST else word

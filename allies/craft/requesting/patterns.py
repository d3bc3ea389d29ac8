"""Patterns over words, in a language that a clinician can read, made into regular expressions over signs.

Each word that a pattern or list names has a sign of its own, one character; all other words share a few. No gap is
longer than a few words and nothing repeats without an end, so that looking takes time linear in the text.

    worried|scared     one of these words            @feel      a word of a list
    ( a b | c d )      one of these sequences        x?         may be left out
    !@hard|you         one word that is none of these    _      any one word
    ~3                 up to three words, no comma, nobody else begins to act in between
    ~~6                up to six words or commas
    ^                  where a clause begins         >          where a clause ends        ??   a question mark
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from allies.craft.requesting.reading import PAUSE, QUESTION, Sentence

SORTS = {"+num": "N", "+money": "$", "+clock": "T", "+ed": "D", "+ing": "G", "+other": "X"}  # words no pattern names
# these end a narrow gap
OTHERS = frozenset(["you", "he", "she", "they", "it", "that", "who", "if", "when", "because", "which", "but", "your"])
# a clause begins after these
JOINS = frozenset(["and", "but", "so", "because", "then", "if", "or", "when", "while", "though", "although", "please"])
_FIRST = 0x4E00
_ITEMS = re.compile(r"[()]|[^\s()]+")
_CLOCK = re.compile(r"\d{1,2}(?:[:.]\d\d(?:[ap]m)?|[ap]m)")


class PatternError(ValueError):
    """A pattern that cannot be read."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    signs: Mapping[str, str]  # of each word that is known
    lists: Mapping[str, frozenset[str]]

    def sign(self, word: str) -> str:
        known = self.signs.get(word)
        if known:
            return known
        if word[0] in "£$€":
            return "$"
        if word[0].isdigit():
            return "T" if _CLOCK.fullmatch(word) else "$" if word.endswith(("p", "k", "quid")) else "N"
        if len(word) > 3:
            if word.endswith("ed"):
                return "D"
            if word.endswith("ing"):
                return "G"
        return "X"

    def read(self, sentence: Sentence) -> str:
        """A sign for each of its words."""
        return "".join([self.sign(word.text) for word in sentence.words])


def lexicon(lists: Mapping[str, str], patterns: Iterable[str]) -> Lexicon:
    words = {word for some in lists.values() for word in some.split()} | OTHERS | JOINS
    words |= {part for each in patterns for item in _ITEMS.findall(each) for part in _named(item)}
    plain = sorted(words - SORTS.keys() - {PAUSE, QUESTION})
    signs = {word: chr(_FIRST + number) for number, word in enumerate(plain)} | {PAUSE: PAUSE, QUESTION: QUESTION}
    return Lexicon(signs, {name: frozenset(some.split()) for name, some in lists.items()})


def _named(item: str) -> list[str]:
    if item[0] in "~^>()_|" or item == "??":
        return []
    return [part for part in item.lstrip("!").removesuffix("?").split("|") if part and part[0] not in "@+"]


def compiled(sources: Sequence[str], words: Lexicon) -> re.Pattern[str]:
    """One expression for all of `sources`. Raises PatternError."""
    try:
        return re.compile("|".join(f"(?:{_expression(each, words)})" for each in sources))
    except re.error as error:
        raise PatternError(f"{sources}: {error}") from None


def _expression(source: str, words: Lexicon) -> str:
    made = ""
    for item in _ITEMS.findall(source):
        if item == "(":
            made += "(?:"
        elif item in (")", "|"):
            made += item
        elif item == ")?":
            made += ")?"
        else:
            made += _one(item, words)
    return made


def _one(item: str, words: Lexicon) -> str:
    if item == "_":
        return f"[^{PAUSE}?]"
    if item == "?":  # after a bracket: may be left out
        return "?"
    if item == "??":
        return r"\?"
    if item == "^":
        return f"(?<![^{PAUSE}{_class(JOINS, words)}])"
    if item == ">":
        return f"(?![^{PAUSE}?])"
    if item.startswith("~~"):
        return f"[^?]{{0,{int(item[2:])}}}?"
    if item.startswith("~"):
        return f"[^{PAUSE}?{_class(OTHERS, words)}]{{0,{int(item[1:])}}}?"
    optional = "?" if item.endswith("?") else ""
    item = item.removesuffix("?")
    if item.startswith("!"):
        return f"[^{PAUSE}?{_signs(item[1:], words)}]{optional}"
    return f"[{_signs(item, words)}]{optional}"


def _signs(item: str, words: Lexicon) -> str:
    found: set[str] = set()
    for part in item.split("|"):
        if part.startswith("@"):
            if part[1:] not in words.lists:
                raise PatternError(f"there is no list {part}")
            found |= words.lists[part[1:]]
        else:
            found.add(part)
    return _class(found, words)


def _class(some: Iterable[str], words: Lexicon) -> str:
    """The inside of a class of characters, runs written short."""
    return "".join(sorted({SORTS.get(word) or words.signs[word] for word in some if word}))

"""A planned message as the rules read it: sentences of small plain words, each with its place in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

PAUSE, QUESTION = ",", "?"
PLAIN = {"’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'", "…": ".", "—": ",", "–": ",", ";": ",", ":": ","}
_PIECES = re.compile(
    r"[£$€]?\d+(?:[:.]\d\d)?(?:[ap]m|th|st|nd|rd|p|k|quid)?(?![^\W_])"  # 10:30, 4pm, £40, 9th
    r"|[^\W_]+(?:'[^\W_]+)*"
    r"|[.?!\n]+|[,()]|\s-+\s"
)
_TITLES = frozenset(["dr", "mr", "mrs", "ms", "st"])
_IS = frozenset(
    [
        "it",
        "that",
        "this",
        "there",
        "here",
        "what",
        "who",
        "he",
        "she",
        "how",
        "where",
        "everything",
        "everybody",
        "everyone",
        "nobody",
    ]
)
_TAILS = {"m": "am", "re": "are", "ve": "have", "ll": "will", "d": "would"}


@dataclass(frozen=True, slots=True)
class Word:
    text: str  # small letters, written out: “can't” is the two words “can” and “not”
    start: int  # code points of the message
    end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    words: tuple[Word, ...]  # PAUSE stands for a comma and its like; QUESTION, at the end, for a question mark
    start: int
    end: int


def sentences_of(text: str, spellings: Mapping[str, str]) -> Iterator[Sentence]:
    """The sentences of `text`, in order; linear in its length."""
    words: list[Word] = []
    for piece in _PIECES.finditer(_folded(text)):
        said, start, end = piece[0], piece.start(), piece.end()
        if said[0] in ".?!\n":
            if not words or (said == "." and words[-1].text in _TITLES):
                continue
            if "?" in said:
                words.append(Word(QUESTION, start, end))
            yield _sentence(words)
            words = []
        elif said[0] in ",()" or said.isspace() or said.strip(" -\t") == "":
            words.append(Word(PAUSE, start, end))
        else:
            words += [Word(each, start, end) for each in written_out(said, spellings)]
    if words:
        yield _sentence(words)


def _sentence(words: list[Word]) -> Sentence:
    return Sentence(tuple(words), words[0].start, words[-1].end)


def _folded(text: str) -> str:
    """In small letters and with plain marks; every character keeps its place."""
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(each.lower()[:1] or each for each in text)
    return lower if lower.isascii() else lower.translate(_TABLE)


_TABLE = str.maketrans(PLAIN)


def written_out(word: str, spellings: Mapping[str, str]) -> list[str]:
    """isn't: is not; im: i am; u: you."""
    if word in spellings:
        return spellings[word].split()
    stem, apart, tail = word.rpartition("'")
    if not apart:
        return [word]
    if tail == "t" and stem.endswith("n") and len(stem) > 1:
        return [*written_out(stem[:-1], spellings), "not"]
    if tail == "s":
        return ["let", "us"] if stem == "let" else [stem, "is" if stem in _IS else "'s"]
    return [*written_out(stem, spellings), _TAILS.get(tail, tail)]

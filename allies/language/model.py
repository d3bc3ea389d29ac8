"""A small model for what rules miss: how much a sentence looks like one that tells of danger.

A logistic regression over words and over two words that stand close together, trained on sentences of our own
(`benchmarks/train_crisis.py`). It adds to the rules, and takes back what they saw in sentences that it finds harmless.
Its weights are a text file that people can read: a feature a line (“not wake”, “lip _ blue”), its weight for danger,
for each kind of it, for hurry. A sentence is looked at only when its words alone hint at danger: the last column.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

from allies.language.lexicon import MARKS, first_word

FILE = Path(__file__).parent / "crisis-model.tsv"
HEADS = ("crisis", "suicide", "overdose", "violence", "child", "urgent", "hint")
LONGEST = 60  # words of a sentence that are looked at
MOST = 20_000  # pieces of text kept with what they stand for
BITS = 14  # of a word's number
FORMS = ("{1}", "{0} {1}", "{0} _ {1}")  # what a feature is, as it is written
_NEXT, _SECOND = 1 << 2 * BITS, 2 << 2 * BITS
_CLASSES = {
    "HE": "he she they who",
    "HIM": "him them",
    "HIS": "his her their",
    "MY": "my our",
    "ME": "me us myself",
    "BE": "is are am 's be been",
    "WAS": "was were",
    "KIN": (
        "mum mom mam ma mother dad father pa parents son sons daughter daughters brother sister husband wife "
        "partner boyfriend girlfriend bf gf ex fiance fiancee hubby nephew niece cousin uncle aunt auntie "
        "grandmother grandfather gran nan nana grandma grandpa grandad granny stepson stepdaughter stepdad "
        "stepmum stepmom mil fil sil bil friend mate roommate flatmate dh dw lodger lad bloke guy"
    ),
    "KID": (
        "kid kids child children baby babies toddler toddlers infant newborn boy girl twins grandkids grandson "
        "granddaughter grandchild grandchildren bairn bairns wean weans"
    ),
    "DAY": "monday tuesday wednesday thursday friday saturday sunday",
}
_CLASS = {word: name for name, words in _CLASSES.items() for word in words.split()}
_YEARS = frozenset(str(year) for year in range(1950, 2100))
_ENDS = re.compile(r"[.?!]")
_ENDINGS = ("ing", "ed", "es", "s")


def plain(word: str) -> str:
    """A word without its ending; people, years and numbers by what they are."""
    if word in _CLASS:
        return _CLASS[word]
    if word.isdigit():
        return "YEAR" if word in _YEARS else "NUM"
    stems = (word[: -len(end)] for end in _ENDINGS if word.endswith(end) and len(word) - len(end) >= 3)
    return next(stems, word)


def features(words: list[int], stems: list[int]) -> list[int]:
    """The features of a sentence, given the numbers of its words and of their plain forms; 1 stands at both ends."""
    stems = [1, *stems[:LONGEST], 1]
    return [
        *words[:LONGEST],
        *[_NEXT | a << BITS | b for a, b in pairwise(stems)],
        *[_SECOND | a << BITS | b for a, b in zip(stems, stems[2:], strict=False)],
    ]


@dataclass(frozen=True, slots=True)
class Sentence:
    start: int  # its pieces
    end: int
    words: list[int]
    stems: list[int]


class Vocabulary(dict[str, tuple[list[int], list[int]]]):
    """What each word as it is typed stands for: the numbers of its words and of their plain forms."""

    def __init__(self, numbers: Mapping[str, int], spellings: Mapping[str, str]) -> None:
        self.numbers, self.spellings = numbers, spellings

    def in_full(self, word: str) -> list[str]:
        """isn't and isnt: is not."""
        if word in self.spellings:
            return self.spellings[word].split()
        stem, apart, tail = word.partition("'")
        if not apart:
            return [word]
        if tail == "t" and stem.endswith("n") and len(stem) > 1:
            return [*self.in_full(stem[:-1]), "not"]
        return [*self.in_full(stem), f"'{tail}"]

    def __missing__(self, word: str) -> tuple[list[int], list[int]]:
        words = self.in_full(word) if word[0].isalnum() else []
        found = [self.numbers.get(each, 0) for each in words], [self.numbers.get(plain(each), 0) for each in words]
        if len(self) >= MOST:
            self.clear()
        if len(word) < 40:
            self[word] = found
        return found

    def sentence(self, pieces: list[str], start: int, end: int) -> Sentence:
        """The sentence of a text that its pieces from `start` to before `end` are."""
        words, stems = list[int](), list[int]()
        for own, plain_own in map(self.__getitem__, pieces[start:end]):
            words += own
            stems += plain_own
        return Sentence(start, end, words, stems)

    def sentences(self, pieces: list[str]) -> Iterator[Sentence]:
        for start, end in bounds(pieces):
            yield self.sentence(pieces, start, end)


def bounds(pieces: list[str]) -> Iterator[tuple[int, int]]:
    """Where each sentence of a text begins and ends, by the numbers of its pieces: words and marks by turns."""
    first, start = 1 - first_word(pieces), 0
    marks = "".join(map(MARKS.__getitem__, pieces[first::2]))
    for end in (*(first + 2 * mark.start() for mark in _ENDS.finditer(marks)), len(pieces)):
        if start < end:
            yield start, end
        start = end + 1


@dataclass(frozen=True, slots=True)
class Model:
    vocabulary: Vocabulary
    danger: dict[int, float]  # the weight of a feature
    kinds: dict[int, tuple[float, ...]]  # its weights for the other HEADS
    hints: dict[int, float]  # how much a word hints at danger
    glance: float  # the sum of hints from which a sentence is worth a look
    bias: tuple[float, ...]  # in the order of HEADS
    threshold: float  # chance of danger from which a sentence counts
    doubt: dict[str, float]  # and below which a rule was wrong, by how urgent it was

    def hint(self, word: str) -> float:
        """How much a word as it is typed hints at danger."""
        return sum(self.hints.get(each, 0.0) for each in self.vocabulary[word][0])

    def worth_a_look(self, pieces: list[str], hints: Sequence[float]) -> Iterator[Sentence]:
        """The sentences of a text that may tell of danger. `hints`: of each piece that is a word."""
        each = [0.0] * len(pieces)
        each[first_word(pieces) :: 2] = hints
        for start, end in bounds(pieces):
            if sum(each[start:end]) >= self.glance:
                yield self.vocabulary.sentence(pieces, start, end)

    def chance(self, sentence: Sentence) -> float:
        """How likely a sentence tells of danger, 0 to 1."""
        found = map(self.danger.get, features(sentence.words, sentence.stems))
        return _chance(self.bias[0] + sum(filter(None, found)))

    def kind(self, sentence: Sentence) -> tuple[str, bool]:
        """Of a sentence that tells of danger: which, as an urgent-help key, and whether minutes matter."""
        sums = list(self.bias[1:-1])
        for each in self.kinds.keys() & sentence.words:
            for head, weight in enumerate(self.kinds[each]):
                sums[head] += weight
        *subkinds, hurry = sums
        return HEADS[1 + subkinds.index(max(subkinds))], hurry > 0


def _chance(total: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


@cache
def shipped_model() -> Model:
    from allies.language.lexicon import hurried
    from allies.language.rules import shipped

    return read_model(FILE.read_text(encoding="utf-8"), hurried() | shipped()["spellings"])


def read_model(text: str, spellings: Mapping[str, str]) -> Model:
    """Raises ValueError for a text that is no model."""
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    head = {name: values for name, *values in rows[:3]}
    numbers: dict[str, int] = {"|": 1}
    danger, kinds, hints = {}, {}, {}
    for name, weight, *values in rows[3:]:
        key = feature_key(name, numbers)
        danger[key] = float(weight)
        if values:
            *rest, hints[key] = map(float, values)
            kinds[key] = tuple(rest)
    vocabulary = Vocabulary(numbers, spellings)
    threshold, concern, urgent = map(float, head["THRESHOLD"])
    doubt = {"concern": concern, "urgent": urgent}
    glance, bias = float(head["GLANCE"][0]), tuple(map(float, head["BIAS"]))
    return Model(vocabulary, danger, kinds, hints, glance, bias, threshold, doubt)


def feature_key(name: str, numbers: dict[str, int]) -> int:
    """A feature as it is written, as the number by which it is found; its words get numbers when they have none."""
    words = name.split(" ")
    ids = [numbers.setdefault(word, len(numbers) + 1) for word in words if word != "_"]
    return ids[0] if len(words) == 1 else (_NEXT if len(words) == 2 else _SECOND) | ids[0] << BITS | ids[1]


def feature_name(key: int, names: Mapping[int, str]) -> str:
    """The other way round. `names`: the words by their numbers."""
    low = (1 << BITS) - 1
    return FORMS[key >> 2 * BITS].format(names.get(key >> BITS & low, ""), names[key & low])

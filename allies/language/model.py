"""A small model for what rules miss: how much a sentence looks like danger, like advice, like disrespect.

Logistic regressions over words and over two words that stand close together, trained on sentences of our own
(`benchmarks/train_model.py`). They add to the rules, and take back what those saw in surely harmless sentences. The
weights are a text file that people can read: a feature a line (“not wake”, “lip _ blue”), its weight for each kind
in fiftieths; for a word alone, its weights for what sort of it (SIDES) too.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from operator import add
from pathlib import Path

from allies.language.lexicon import MARKS, Numbers, first_word

FILE = Path(__file__).parent / "model.tsv"
KINDS = ("crisis", "advice", "disrespect")
SIDES = {  # sorts of a kind that are told apart: crisis by its urgent-help key, all by how grave it is
    "crisis": ("suicide", "overdose", "violence", "child", "urgent"),
    "advice": ("direct",),
    "disrespect": ("attack",),
}
LONGEST, OVERLAP = 120, 40  # pieces of a sentence looked at together, and in both of two
UNIT, CHANCE = 50, 1000  # weights are written and added up in fiftieths, chances written in thousandths
HEADS = ("BIAS", "SIDES", "THRESHOLDS", "TRIED", "DOUBTS")  # the first lines of the file
BITS = 14  # of a word's number
FORMS = ("{1}", "{0} {1}", "{0} _ {1}")  # what a feature is, as it is written
_NEXT, _SECOND = 1 << 2 * BITS, 2 << 2 * BITS
_FARTHER = _SECOND - _NEXT
_FIELD = 24  # bits of a kind's sum; the weights of a sentence never reach so far
_HALF, _MASK = 1 << _FIELD - 1, (1 << _FIELD) - 1
KIND_BITS = {kind: _HALF << _FIELD * place for place, kind in enumerate(KINDS)}  # the uppermost of its field
ALL_KINDS = sum(KIND_BITS.values())
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


def features(pieces: Iterable[Numbers]) -> list[int]:
    """The features of a sentence; 1 stands at both of its ends."""
    found, stems = list[int](), [1]
    for own, plain_own in pieces:
        if own:  # a word, and nothing between two of them
            found += own
            stems += plain_own
    stems.append(1)
    before = [_NEXT | each << BITS for each in stems]
    found += map(add, before, stems[1:])
    found += [a + b + _FARTHER for a, b in zip(before, stems[2:], strict=False)]
    return found


@dataclass(frozen=True, slots=True)
class Vocabulary:
    numbers: Mapping[str, int]  # of each word and plain form that is known
    spellings: Mapping[str, str]

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

    def of(self, word: str) -> Numbers:
        """What a word as it is typed stands for."""
        words = self.in_full(word)
        return [self.numbers.get(each, 0) for each in words], [self.numbers.get(plain(each), 0) for each in words]


def bounds(pieces: list[str]) -> list[tuple[int, int]]:
    """Where each sentence of a text begins and ends, by the numbers of its pieces: words and marks by turns.

    A mark before the first word ends nothing.
    """
    first = first_word(pieces) + 1
    marks = "".join(map(MARKS.__getitem__, pieces[first::2]))
    ends = [first + 2 * mark.start() for mark in _ENDS.finditer(marks)]
    return list(zip([0, *(end + 1 for end in ends)], [*ends, len(pieces)], strict=True))


def parts(first: int, last: int) -> Iterator[tuple[int, int]]:
    """A sentence, or of one that does not come to an end as much as can be looked at together, again and again."""
    while last - first > LONGEST:
        yield first, first + LONGEST
        first += LONGEST - OVERLAP
    if first < last:
        yield first, last


@dataclass(frozen=True, slots=True)
class Model:
    vocabulary: Vocabulary
    weights: Mapping[int, int]  # of a feature for all KINDS, in fiftieths: see packed
    sides: Mapping[int, tuple[float, ...]]  # of a word for all SIDES, one after another
    bias: int  # packed
    over: int  # what lifts each sum that is at its threshold to half of its field, packed
    over_tried: int  # the same for the smallest chance at which rules are tried
    side_bias: tuple[float, ...]
    thresholds: Mapping[str, float]  # by kind: the chance from which a sentence counts
    doubts: Mapping[str, float]  # and below which a rule saw too much; for danger where minutes matter: `urgent`

    def sums(self, found: Iterable[int]) -> int:
        """What a sentence with these features adds up to for each of the KINDS, packed."""
        return sum(filter(None, map(self.weights.get, found)), self.bias)

    def chances(self, total: int) -> dict[str, float]:
        """How likely such a sentence is of each of the KINDS, 0 to 1."""
        return {kind: _chance(each / UNIT) for kind, each in zip(KINDS, unpacked(total), strict=True)}

    def is_likely(self, total: int) -> bool:
        """Whether one of the chances is at its threshold: known without working out any."""
        return bool(total + self.over & ALL_KINDS)

    def tried(self, total: int) -> int:
        """The KIND_BITS of all kinds whose rules are worth a try in such a sentence."""
        return total + self.over_tried & ALL_KINDS

    def side(self, kind: str, found: list[int]) -> dict[str, float]:
        """Of a sentence of `kind`, for each of its SIDES how much it looks like it: over 0 for more than not."""
        first = [name for each in KINDS for name in (SIDES[each] if KINDS.index(each) < KINDS.index(kind) else ())]
        places = range(len(first), len(first) + len(SIDES[kind]))
        known = [self.sides[each] for each in found if each in self.sides]
        sums = (self.side_bias[place] + sum(weights[place] for weights in known) for place in places)
        return dict(zip(SIDES[kind], sums, strict=True))


def _lifting(chances: Iterable[float]) -> int:
    return packed([_HALF - math.ceil(UNIT * math.log(each / (1 - each))) for each in chances])


def packed(weights: Sequence[int]) -> int:
    """Several whole numbers as one: sums of such numbers are the sums of each, all at once."""
    return sum(weight << _FIELD * place for place, weight in enumerate(weights))


def unpacked(total: int) -> list[int]:
    """The other way round, one for each of the KINDS; each between -_HALF and _HALF."""
    found = []
    for _kind in KINDS:
        low = (total + _HALF & _MASK) - _HALF
        found.append(low)
        total = total - low >> _FIELD
    return found


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
    head = {name: [int(each) for each in values] for name, *values in rows[: len(HEADS)]}
    try:
        bias, side_bias, *chances = (head[name] for name in HEADS)
    except KeyError as missing:
        raise ValueError(f"no line {missing}") from None
    thresholds, tried, doubts = ([each / CHANCE for each in values] for values in chances)
    numbers: dict[str, int] = {"|": 1}
    weights, sides = {}, {}
    for name, *values in rows[len(HEADS) :]:
        key = feature_key(name, numbers)
        whole = [int(each or 0) for each in values]
        whole += [0] * (len(KINDS) - len(whole))
        weights[key] = packed(whole[: len(KINDS)])
        if len(whole) > len(KINDS):
            sides[key] = tuple(each / UNIT for each in [*whole[len(KINDS) :], *[0] * len(side_bias)][: len(side_bias)])
    return Model(
        Vocabulary(numbers, spellings),
        weights,
        sides,
        packed(bias),
        _lifting(thresholds),
        _lifting(tried),
        tuple(each / UNIT for each in side_bias),
        dict(zip(KINDS, thresholds, strict=True)),
        dict(zip((*KINDS, "urgent"), doubts, strict=True)),
    )


def feature_key(name: str, numbers: dict[str, int]) -> int:
    """A feature as it is written, as the number by which it is found; its words get numbers when they have none."""
    words = name.split(" ")
    ids = [numbers.setdefault(word, len(numbers) + 1) for word in words if word != "_"]
    return ids[0] if len(words) == 1 else (_NEXT if len(words) == 2 else _SECOND) | ids[0] << BITS | ids[1]


def feature_name(key: int, names: Mapping[int, str]) -> str:
    """The other way round. `names`: the words by their numbers."""
    low = (1 << BITS) - 1
    return FORMS[key >> 2 * BITS].format(names.get(key >> BITS & low, ""), names[key & low])

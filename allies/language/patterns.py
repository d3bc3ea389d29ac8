"""The language in which rules are written, and how a pattern becomes a search.

A text is turned into one sign for each word (`lexicon.py`). A pattern becomes a regular expression over these signs,
with no repetition that is not bounded, so that a search takes time linear in the text.

    should|shud      one of these words               @kin         a word of this list
    $they            a pattern by its name            (a b | c d)  one of these sequences
    x?               may be left out                  !@kin        one word that is not of this list
    @number, @ing, @ed   a number, a verb's form in -ing, in -ed
    _                any one word                     ~3           up to three words, within a clause
    ~~6              up to six words, over commas     ,            a comma or the like here   ,?  with or without one
    ^                at the start of a sentence       ^,           at the start of a clause
    >                at the end of a clause           >>           at the end of a sentence
    [ … ]            what is underlined, where that is less than the whole
    %                in an exception: the place that the rule has found

A gap (~3 as well as ~~3) may begin right behind a comma, though a ~3 holds none between its words: `blue ~2 fish` finds
“blue, fish” and “blue, old fish”, but not “blue old, fish”. A , or ,? right after a gap says nothing: `blue ~2 , fish`
finds what `blue ~2 fish` does. Where a comma must stand, put a word between: `blue ~2 _ , fish`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace

WORD = "[^ -~]"  # any sign of a word: the signs between words are ASCII
FOUND = "\u1fff"  # the sign that stands for what a rule has found, when its exceptions are looked for
_TOKEN = re.compile(r"\(|\)\??|\[|\]|~~?\d+|~|\^,?|>>?|,\??|\||[^\s()\[\],~>^]+|\S")
_MOST = 12  # words that a gap may hold
_PAIRS = 120  # ways in which two words side by side are kept

Signs = Callable[[str], frozenset[str]]  # the signs of a word or an @list


class PatternError(ValueError):
    """A pattern that cannot be read; says which and why."""


@dataclass(slots=True)
class _Piece:
    """Part of a pattern: `text` of the expression, whether it may be left out, and what it cannot do without."""

    text: str
    optional: bool = False
    zero: bool = False  # takes no word
    needs: list[frozenset[str]] = field(default_factory=list)
    gap: bool = False
    length: int = 2  # signs that it takes at most: a word and what stands behind it
    first: frozenset[str] | None = None  # the signs with which it begins; None: any
    last: frozenset[str] | None = None  # and with which it ends


@dataclass(frozen=True, slots=True)
class Pattern:
    """A key is a word's sign, two words side by side (“a b”), or a word that begins a clause or sentence (“,a”)."""

    source: str
    search: re.Pattern[str]
    needs: tuple[frozenset[str], ...]  # sets of keys: one of each must be there; the rarest first
    length: int  # signs that it takes at most

    @property
    def leading(self) -> frozenset[str]:
        """The rarest of them: only where one of these is, the others are asked for."""
        return self.needs[0] if self.needs else frozenset()


class Compiler:
    """Makes patterns, given the signs of words and lists, the named patterns, and how common a sign is."""

    def __init__(self, signs: Signs, named: Mapping[str, str], cost: Callable[[frozenset[str]], float]) -> None:
        self.signs, self.named, self.cost = signs, named, cost
        self.made: dict[str, Pattern] = {}  # rules share exceptions

    def pattern(self, source: str) -> Pattern:
        if source not in self.made:
            self.made[source] = self._read(source)
        return self.made[source]

    def _read(self, source: str) -> Pattern:
        tokens = _TOKEN.findall(source)
        begins = _BEGINNINGS.get(tokens[0], "") if tokens and _is_one_sequence(tokens) else ""
        try:
            whole, rest = self._choice(tokens[1:] if begins else tokens, 0)
            if rest != len(tokens) - bool(begins):
                raise PatternError(f"“{tokens[rest]}” stands where nothing may")
            body = f"(?P<mark>{whole.text})" if begins and "(?P<mark>" not in whole.text else whole.text
            begun = [frozenset(f",{sign}" for sign in whole.first)] if begins and whole.first else []
            needs = tuple(sorted(begun + whole.needs, key=self.cost))
            return Pattern(source, re.compile(begins + body), needs, whole.length + 1)
        except (PatternError, re.error, RecursionError) as error:
            raise PatternError(f"{source!r}: {error}") from None

    def _choice(self, tokens: list[str], at: int) -> tuple[_Piece, int]:
        """Sequences with | between them, up to a closing bracket or the end."""
        bodies: list[_Piece] = []
        while True:
            pieces, at = self._sequence(tokens, at)
            needs = [need for piece in pieces if not piece.optional for need in piece.needs] + _pairs(pieces)
            length = sum(piece.length for piece in pieces)
            first, last = _first(_opening(pieces)), _last(_opening(pieces[::-1]))
            bodies.append(_Piece(_joined(pieces), needs=needs, length=length, first=first, last=last))
            if at == len(tokens) or tokens[at] != "|":
                break
            at += 1
        if len(bodies) == 1:
            return bodies[0], at
        best = [min(each.needs, key=self.cost) for each in bodies if each.needs]
        together = [frozenset().union(*best)] if len(best) == len(bodies) else []
        text = "|".join(each.text for each in bodies)
        length = max(each.length for each in bodies)
        first, last = _either(each.first for each in bodies), _either(each.last for each in bodies)
        return _Piece(f"(?:{text})", needs=together, length=length, first=first, last=last), at

    def _sequence(self, tokens: list[str], at: int) -> tuple[list[_Piece], int]:
        pieces: list[_Piece] = []
        while at < len(tokens) and tokens[at] not in {"|", ")", ")?"}:
            if tokens[at] == "(":
                inner, at = self._choice(tokens, at + 1)
                if at == len(tokens) or tokens[at] not in {")", ")?"}:
                    raise PatternError("a bracket is not closed")
                pieces.append(replace(inner, text=f"(?:{inner.text})", optional=tokens[at] == ")?"))
            else:
                pieces.append(self._piece(tokens[at]))
            at += 1
        return pieces, at

    def _piece(self, item: str) -> _Piece:
        optional = item.endswith("?") and item != ",?"
        item = item.removesuffix("?") if optional else item
        fixed = _FIXED.get(item)
        if fixed:
            zero = item not in {"_", "%"}
            return _Piece(fixed, optional, zero=zero, length=0 if zero else 2)
        if item.startswith("~"):
            most = int(item.strip("~") or 3)
            if most > _MOST:
                raise PatternError(f"a gap holds at most {_MOST} words")
            return _Piece(f"(?:{WORD}[ {',' if item.startswith('~~') else ''}]){{0,{most}}}", gap=True, length=2 * most)
        if item.startswith("$"):
            if item[1:] not in self.named:
                raise PatternError(f"there is no pattern named {item}")
            named, _end = self._choice(_TOKEN.findall(self.named[item[1:]]), 0)
            return replace(named, text=f"(?:{named.text})", optional=optional)
        return self._word(item, optional)

    def _word(self, item: str, optional: bool) -> _Piece:
        barred = item.startswith("!")
        parts = [self.signs(name) for name in item.removeprefix("!").split("|") if name]
        found = frozenset().union(*parts)
        if not found:
            raise PatternError(f"“{item}” names no word")
        characters = "".join(sorted(found))
        if barred:
            return _Piece(f"[^ -~{characters}]", optional)
        text = f"[{characters}]" if len(characters) > 1 else characters
        return _Piece(text, optional, needs=[found], first=found, last=found)


def _either(some: Iterable[frozenset[str] | None]) -> frozenset[str] | None:
    found = frozenset[str]()
    for each in some:
        if each is None:
            return None
        found |= each
    return found


def _opening(pieces: list[_Piece]) -> list[_Piece]:
    """Those of which one comes first: up to the first that must be there; none when all may be left out."""
    must = next((number for number, piece in enumerate(pieces, 1) if not (piece.optional or piece.zero)), 0)
    return pieces[:must]


def _first(opening: list[_Piece]) -> frozenset[str] | None:
    """The signs of which one comes first; None when that may be any."""
    return _either(piece.first for piece in opening if not piece.zero) if opening else None


def _last(closing: list[_Piece]) -> frozenset[str] | None:
    return _either(piece.last for piece in closing if not piece.zero) if closing else None


def _pairs(pieces: list[_Piece]) -> list[frozenset[str]]:
    """Two words that stand side by side are rarer than either: each way in which they can."""
    found = []
    for number, piece in enumerate(pieces):
        if piece.optional or piece.zero:
            continue
        for before, after in (([piece], _opening(pieces[number + 1 :])), (_opening(pieces[:number][::-1]), [piece])):
            ones, others = _last(before), _first(after)
            if not ones or not others or len(ones) * len(others) > _PAIRS:
                continue
            if not any(each.zero and each.text not in _UNDERLINED for each in before + after):
                found.append(frozenset(f"{one} {other}" for one in ones for other in others))
    return found


_FIXED = {
    "_": WORD,
    "%": FOUND,
    "^": "(?<=[.?!])",
    "^,": "(?<=[.?!,])",
    ">": "(?=[.?!,])",
    ">>": "(?=[.?!])",
    "[": "(?P<mark>",
    "]": ")",
    ",": ",",
    ",?": "[ ,]",
}


_UNDERLINED = (_FIXED["["], _FIXED["]"])  # these say nothing about what stands between two words
_BEGINNINGS = {"^": "[.?!]", "^,": "[.?!,]"}  # a sign that is looked for is found sooner than a place behind one


def _is_one_sequence(tokens: list[str]) -> bool:
    depth = 0
    for item in tokens:
        depth += (item == "(") - item.startswith(")")
        if item == "|" and depth == 0:
            return False
    return True


def _joined(pieces: list[_Piece]) -> str:
    """The pieces with the signs between words: after each that stands before the last one that must be there."""
    words = [number for number, piece in enumerate(pieces) if not (piece.zero or piece.optional or piece.gap)]
    if not words:
        raise PatternError("at least one word must be there")
    last, parts = words[-1], []
    for number, piece in enumerate(pieces):
        if piece.zero or piece.gap:
            if piece.text not in {",", "[ ,]"}:
                parts.append(piece.text)
            continue
        between = next((_between(piece) for piece in pieces[number + 1 : number + 2]), " ")
        if number == last:
            parts.append(piece.text)
        elif number < last:
            parts.append(f"(?:{piece.text}{between})?" if piece.optional else piece.text + between)
        else:
            parts.append(f"(?: {piece.text})?")
    return "".join(parts)


def _between(following: _Piece) -> str:
    """The sign between a word and what follows it: a gap over commas may begin with one."""
    if following.gap:
        return "[ ,]" if "," in following.text else " "
    return following.text if following.text in {",", "[ ,]"} else " "

"""Many patterns, of which a text is asked for only those whose words it has."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Set
from functools import reduce
from operator import or_

from allies.language.patterns import Pattern

_MARKS = frozenset(".?!, ")
_ALSO = 2  # sets of signs beside the rarest that are asked for before a pattern is looked for
_NEAR = 80  # signs; in longer texts a pattern is looked for near its rarest sign only
_Search = tuple[int, int, int, re.Pattern[str]]  # the bits it needs, the pattern's number, its length, and itself
_BEGINNINGS = re.compile(r",[^ -~]")  # in a text in which each mark is a comma
_ALWAYS = frozenset({" "})  # stands in every text of more than one word


def _is_plain(need: frozenset[str]) -> bool:
    """Whether it names single signs only: the other keys are not known by what signs a text holds."""
    return all(len(sign) == 1 for sign in need)


class Searches:
    """Keeps `patterns` by the rarest signs of each, and with a bit for every set of signs that one of them needs.

    `gates`: for each pattern a bit (or none) without which it is not tried either.
    """

    def __init__(self, patterns: Iterable[Pattern], gates: Iterable[int] = ()) -> None:
        patterns, gate = list(patterns), list(gates)
        gate += [0] * (len(patterns) - len(gate))
        above = max(gate, default=0).bit_length()
        needed = [[need for need in each.needs[1:] if _is_plain(need)][:_ALSO] for each in patterns]
        bit = {need: 1 << number for number, need in enumerate({need: 0 for some in needed for need in some}, above)}
        at: dict[str, list[_Search]] = defaultdict(list)
        bits: dict[str, int] = defaultdict(int)
        for number, each in enumerate(patterns):
            search = reduce(or_, map(bit.__getitem__, needed[number]), gate[number]), number, each.length, each.search
            for sign in each.leading or _ALWAYS:
                at[sign].append(search)
        for need, mark in bit.items():
            for sign in need:
                bits[sign] |= mark
        self.longer = {key: some for key, some in at.items() if len(key) > 1}
        self.signs = {sign: (bits.get(sign, 0), at.get(sign)) for sign in {*bits, *at} if len(sign) == 1}
        self.longer_keys, self.signs_keys = frozenset(self.longer), frozenset(self.signs)

    def found(self, signs: str, here: Set[str], gates: int = 0) -> list[tuple[int, re.Match[str]]]:
        """What is found in `signs`: the number of a pattern, and where; perhaps the same more than once.

        `here`: all of these signs. `gates`: the bits of all patterns that are tried.
        """
        first = 1 if signs[:1] in _MARKS else 0  # words and what stands between take turns
        keys = [signs[place : place + 3] for place in range(first, len(signs) - 2, 2)]
        keys += _BEGINNINGS.findall(signs.replace(".", ",").replace("?", ",").replace("!", ","))
        some, has = [(key, self.longer[key]) for key in self.longer_keys.intersection(keys)], gates
        for sign in here & self.signs_keys:
            mark, searches = self.signs[sign]
            has |= mark
            if searches:
                some.append((sign, searches))
        near, found = len(signs) > _NEAR, list[tuple[int, re.Match[str]]]()
        for key, searches in some:
            for needed, number, length, pattern in searches:
                if needed & has == needed:
                    place, end = _around(signs, key[-1], length) if near else (0, len(signs))
                    while match := pattern.search(signs, place, end):
                        found.append((number, match))
                        place = match.end()
        return found


def _around(signs: str, sign: str, length: int) -> tuple[int, int]:
    """From where to where a pattern that takes `length` signs, `sign` among them, can be found."""
    return max(0, signs.find(sign) - length), signs.rfind(sign) + length


class Exceptions:
    """Patterns of which it is enough that one is found."""

    def __init__(self, patterns: Iterable[Pattern]) -> None:
        self.patterns = tuple(patterns)
        at: dict[str, list[tuple[tuple[frozenset[str], ...], re.Pattern[str]]]] = defaultdict(list)
        for each in self.patterns:
            leading, *rest = [need for need in each.needs if _is_plain(need)] or [_ALWAYS]
            for sign in leading:
                at[sign].append((tuple(rest), each.search))
        self.at, self.leading = dict(at), frozenset(at)

    def stand_in(self, signs: str, here: Set[str]) -> bool:
        """Whether one is found in `signs`. `here`: all of these, and perhaps more."""
        for sign in self.leading & here:
            for rest, search in self.at[sign]:
                if not any(map(here.isdisjoint, rest)) and search.search(signs):
                    return True
        return False

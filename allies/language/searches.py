"""Many patterns, of which a text is asked for only those whose words it has."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import reduce
from operator import or_

from allies.language.patterns import Pattern


class Searches:
    """Keeps `patterns` by the rarest signs of each, and with a bit for every set of signs that one of them needs."""

    def __init__(self, patterns: Iterable[Pattern]) -> None:
        patterns = list(patterns)
        bit = {need: 1 << number for number, need in enumerate({n: 0 for each in patterns for n in each.needs})}
        at: dict[str, list[tuple[int, int]]] = defaultdict(list)
        bits: dict[str, int] = defaultdict(int)
        for number, each in enumerate(patterns):
            needed = sum({bit[need] for need in each.needs})
            for sign in each.leading:
                at[sign].append((number, needed))
        for need, mark in bit.items():
            for sign in need:
                bits[sign] |= mark
        self.lengths = [each.length for each in patterns]
        self.always = [number for number, each in enumerate(patterns) if not each.needs]
        self.at, self.leading, self.bits, self.known = dict(at), frozenset(at), dict(bits), frozenset(bits)

    def asked(self, signs: str) -> Iterator[tuple[int, int, int]]:
        """The numbers of the patterns that may be in `signs`, in order, each with the part of `signs` to look in."""
        here = self.known.intersection(signs)
        leading = self.leading & here
        has = reduce(or_, map(self.bits.__getitem__, here), 0) if leading else 0
        found: dict[int, tuple[int, int]] = dict.fromkeys(self.always, (0, len(signs)))
        for sign in leading:
            first, last = signs.find(sign), signs.rfind(sign)
            for number, needed in self.at[sign]:
                if needed & has == needed:
                    before, after = found.get(number, (first, last))
                    found[number] = min(first, before), max(last, after)
        for number in sorted(found):
            first, last = found[number]
            length = self.lengths[number]
            yield number, max(0, first - length), last + length


class Exceptions:
    """Patterns of which it is enough that one is found."""

    def __init__(self, patterns: Iterable[Pattern]) -> None:
        self.patterns = tuple(patterns)
        self.searches = Searches(self.patterns)

    def stand_in(self, signs: str) -> bool:
        return any(
            self.patterns[number].search.search(signs, start, end) for number, start, end in self.searches.asked(signs)
        )

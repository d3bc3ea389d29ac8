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
        self.always = [number for number, each in enumerate(patterns) if not each.needs]
        self.at, self.leading, self.bits, self.known = dict(at), frozenset(at), dict(bits), frozenset(bits)

    def asked(self, signs: str) -> Iterator[int]:
        """The numbers of the patterns that may be in `signs`, each once, in order."""
        here = self.known.intersection(signs)
        leading = self.leading & here
        if not leading:
            yield from self.always
            return
        has = reduce(or_, map(self.bits.__getitem__, here))
        found = {number for sign in leading for number, needed in self.at[sign] if needed & has == needed}
        yield from sorted(found.union(self.always))


class Exceptions:
    """Patterns of which it is enough that one is found."""

    def __init__(self, patterns: Iterable[Pattern]) -> None:
        self.patterns = tuple(patterns)
        self.searches = Searches(self.patterns)

    def stand_in(self, signs: str) -> bool:
        return any(self.patterns[number].search.search(signs) for number in self.searches.asked(signs))

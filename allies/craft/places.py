"""Sets of situations, one bit for each of the 103,040: what a table's conditions mean, exactly.

With them the table is proved, not sampled: whether every situation has an answer, whether a row can ever be reached,
and whether something that must not be offered is. Conditions are answered by the same
sets, so what is proved is what runs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import product
from math import prod

from allies.craft.situation import CHOICES, SIZE, Situation

ALL = (1 << SIZE) - 1


def every() -> Iterator[Situation]:
    """Every situation there is, in the order of their places."""
    for values in product(*CHOICES.values()):
        yield Situation(**dict(zip(CHOICES, values, strict=True)))  # type: ignore[arg-type]


def _with(name: str, value: str | bool) -> int:
    """All situations in which field `name` is `value`: the same run of bits, again and again."""
    names = list(CHOICES)
    run = prod(len(CHOICES[later]) for later in names[names.index(name) + 1 :])
    once = ((1 << run) - 1) << (run * CHOICES[name].index(value))
    return ALL // ((1 << run * len(CHOICES[name])) - 1) * once


WITH = {(name, value): _with(name, value) for name, values in CHOICES.items() for value in values}


def where(condition: Mapping[str, Iterable[str | bool]]) -> int:
    """All situations in which every named field has one of its values."""
    found = ALL
    for name, values in condition.items():
        either = 0
        for value in values:
            either |= WITH[name, value]
        found &= either
    return found


def holds(places: int) -> bytes:
    """The same set, quick to look into: see `is_in`."""
    return places.to_bytes(SIZE // 8 + 1, "little")


def is_in(place: int, places: bytes) -> bool:
    return bool(places[place >> 3] >> (place & 7) & 1)


def example(places: int) -> Situation:
    """The first situation of a set that is not empty."""
    number = (places & -places).bit_length() - 1
    chosen = {}
    for name, choices in reversed(CHOICES.items()):
        number, here = divmod(number, len(choices))
        chosen[name] = choices[here]
    return Situation(**chosen)  # type: ignore[arg-type]

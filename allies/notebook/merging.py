"""One entry, two devices: what was typed on either stays. Pure functions of texts and taps.

Three versions meet: `base`, which both forms showed; `theirs`, saved from it before; and `mine`, which comes now. Of
the base only marks are known (opened.py), so it is asked by a function whether a value is still the one it showed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

Value = str | list[str]
BETWEEN = "\n\n"


@dataclass(frozen=True, slots=True)
class Merged:
    given: dict[str, Value]
    both: tuple[str, ...] = ()  # fields that were changed on both sides, differently


def merged(mine: Mapping[str, Value], theirs: Mapping[str, Value], is_base: Callable[[str, Value], bool]) -> Merged:
    """`theirs` with the fields of `mine`. A field that only one side changed is taken from that side.

    Where both changed it: texts stand below one another, taps of a field with several are joined, and of one tap, a
    day or a number the later, `mine`, counts. `is_base(field, value)`: whether both began with this value.
    """
    given, both = dict(theirs), []
    for name, value in mine.items():
        other = theirs.get(name, [] if isinstance(value, list) else "")
        if value == other or is_base(name, value):
            continue
        if is_base(name, other):
            given[name] = value
            continue
        given[name] = _joined(value, other)
        both.append(name)
    return Merged(given, tuple(both))


def _joined(mine: Value, theirs: Value) -> Value:
    if isinstance(mine, list) or isinstance(theirs, list):
        first = theirs if isinstance(theirs, list) else [theirs]
        return [*first, *(each for each in mine if each not in first)]
    if mine in theirs:
        return theirs
    return mine if theirs in mine else f"{theirs}{BETWEEN}{mine}"

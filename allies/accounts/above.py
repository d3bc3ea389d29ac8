"""What the rooms above add when a member takes her records out, leaves, or must not meet another.

They say so when they start (`apps.py`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

Rows = Iterable[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Also:
    """Records of a member's that are not `Owned`, because others see them too: `rows(member)`, in plain values."""

    key: str
    title: Any
    rows: Callable[[Any], Rows]


also: list[Also] = []  # told in an export, after what is `Owned`
in_the_way: list[Callable[[Any], Iterable[str]]] = []  # why a member cannot leave yet, in words for her
leaving: list[Callable[[Any], object]] = []  # what has to be done while she is still there, in her last transaction
kept_apart: list[
    Callable[[set[tuple[int, int]]], object]
] = []  # what is done for the first of each two: keys of members
written_down: list[Callable[[str], object]] = []  # that something was done, without whose it was


def write_down(verb: str) -> None:
    for each in written_down:
        each(verb)

"""One detail of a text that could let somebody be recognised, and what can stand in its place."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Detail:
    """One place in a text.

    `start`, `end`  code points of the text: 0 <= start < end <= len(text).
    `kind`       one of KINDS.
    `reason`     one sentence for the person who decides.
    `proposals`  what could stand in its place, best first; "" leaves it out. At least one.
    """

    start: int
    end: int
    kind: str
    reason: str
    proposals: tuple[str, ...]


class Mark(NamedTuple):
    """A detail as a search finds it: places in the folded text. Without proposals: those of its kind."""

    start: int
    end: int
    kind: str
    proposals: tuple[str, ...] = ()


@cache
def kinds() -> dict[str, dict[str, Any]]:
    return tomllib.loads((FOLDER / "kinds.toml").read_text(encoding="utf-8"))


@cache
def lists() -> dict[str, dict[str, str]]:
    return tomllib.loads((FOLDER / "lists.toml").read_text(encoding="utf-8"))


@cache
def listed(table: str, name: str) -> frozenset[str]:
    return frozenset(lists()[table][name].split())

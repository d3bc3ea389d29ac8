"""The method's table for “What do I do right now?”: read from `respond/*.toml`, and proved before it is used.

Two kinds of rows. *Guards* add up: each that applies adds urgent help, closes what must not be offered, and puts
something to do or to avoid before everything else. *Stances* are tried in order, layer by layer: the first that applies
is the answer.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import Any, Final

from allies.craft.places import ALL, example, holds, where
from allies.craft.situation import CHOICES, SituationError, checked

FOLDER: Final = Path(__file__).parent / "respond"
STANCES: Final = (
    "emergency", "safety", "child_safety", "offer_help", "listen", "reward", "step_away", "step_back", "care_for_self",
    "wait_and_prepare",
)  # fmt: skip
URGENT: Final = ("emergency", "overdose", "suicide", "violence", "child")  # always in this order
CLOSES: Final = {  # what is closed, and the offer that it closes
    "withdraw_rewards": "withdraw",
    "natural_consequences": "consequences",
    "confront": "confront",
    "invite": "invite",
}
OFFERS: Final = (*CLOSES.values(), "reward", "contact", "manage", "send_away")
TEXTS: Final = ("say", "do", "avoid")


class TableError(ValueError):
    """Which row is wrong, and why."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row. Its words are read by people; `when` is kept as it is written, `places` is what it means."""

    id: str
    when: tuple[Mapping[str, Any], ...]
    why: str
    source: str
    places: int = field(repr=False)
    bits: bytes = field(repr=False)
    urgent: tuple[str, ...] = ()
    closed: tuple[str, ...] = ()
    shuts: tuple[str, ...] = ()  # offers that are closed beside the four
    offers: tuple[str, ...] = ()
    stance: str = ""
    say: tuple[str, ...] = ()
    do: tuple[str, ...] = ()
    avoid: tuple[str, ...] = ()
    lesson: str = ""
    next: str = ""

    @property
    def opens(self) -> set[str]:
        """What it offers. Words to say are contact."""
        return {*self.offers, *(("contact",) if self.say else ())}


GUARD: Final = {"urgent": URGENT, "closed": tuple(CLOSES), "shuts": OFFERS, "offers": OFFERS, "do": None, "avoid": None}
STANCE: Final = {"offers": OFFERS, "say": None, "do": None, "avoid": None}
STANCE_TEXTS: Final = ("stance", "lesson", "next")


@dataclass(frozen=True, slots=True)
class Layer:
    title: str
    about: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Table:
    guards: tuple[Layer, ...]
    stances: tuple[Layer, ...]

    @cached_property
    def guarding(self) -> tuple[Row, ...]:
        return tuple(row for layer in self.guards for row in layer.rows)

    @cached_property
    def answering(self) -> tuple[Row, ...]:
        return tuple(row for layer in self.stances for row in layer.rows)


@cache
def table() -> Table:
    """The table as it is in this version. Read once."""
    return read(FOLDER)


def read(folder: Path) -> Table:
    """The table in `folder`. Raises TableError for anything that is not proved right."""
    named = {name: _places(name, when, {}) for name, when in _parsed(folder / "named.toml").items()}
    guards = tuple(_layer(path, GUARD, (), named) for path in sorted(folder.glob("guards-*.toml")))
    stances = tuple(_layer(path, STANCE, STANCE_TEXTS, named) for path in sorted(folder.glob("stances-*.toml")))
    found = Table(guards, stances)
    prove(found)
    return found


def prove(given: Table) -> None:
    """Every situation has one answer, every row has its situation, and nothing that is closed is offered."""
    rows = given.guarding + given.answering
    for row in rows:
        if sum(other.id == row.id for other in rows) > 1:
            raise TableError(f"{row.id}: there are two of it")
    left = ALL
    for row in given.answering:
        reached = row.places & left
        if not reached:
            raise TableError(f"{row.id}: rows before it answer all of its situations")
        _refuse_closed(row, reached, given.guarding)
        left &= ~row.places
    if left:
        raise TableError(f"no row answers {example(left)}")
    for row in given.guarding:
        _refuse_closed(row, row.places, given.guarding)


def _refuse_closed(row: Row, reached: int, guards: tuple[Row, ...]) -> None:
    for guard in guards:
        shut = {CLOSES[name] for name in guard.closed} | set(guard.shuts)
        both = reached & guard.places
        if both and (offered := row.opens & shut):
            raise TableError(
                f"{row.id}: offers {', '.join(sorted(offered))}, which {guard.id} closes in {example(both)}"
            )


def _parsed(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise TableError(f"{path.name}: {error}") from None


def _layer(path: Path, lists: Mapping[str, Any], texts: tuple[str, ...], named: Mapping[str, int]) -> Layer:
    found = _parsed(path)
    if set(found) != {"title", "about", "row"}:
        raise TableError(f"{path.name}: needs title, about and rows, and nothing else")
    return Layer(found["title"], found["about"], tuple(_row(each, lists, texts, named) for each in found["row"]))


def _row(given: dict[str, Any], lists: Mapping[str, Any], texts: tuple[str, ...], named: Mapping[str, int]) -> Row:
    name = str(given.get("id", "a row without id"))
    needed = {"id", "when", "why", "source", *texts}
    if missing := sorted(needed - set(given)):
        raise TableError(f"{name}: {', '.join(missing)} is missing")
    if unknown := sorted(set(given) - needed - set(lists)):
        raise TableError(f"{name}: {', '.join(unknown)} is not known")
    for key in needed - {"when"}:
        if not isinstance(given[key], str) or not given[key].strip():
            raise TableError(f"{name}: {key} is not a text")
    for key in set(given) & set(lists):
        _check_list(f"{name}: {key}", given[key], lists[key])
    if "stance" in texts and given["stance"] not in STANCES:
        raise TableError(f"{name}: stance is none of {', '.join(STANCES)}")
    if len(given.get("say", ())) > 3:
        raise TableError(f"{name}: has more than three sentences to say")
    places = _places(name, given["when"], named)
    said: dict[str, Any] = {key: tuple(value) if key in lists else value for key, value in given.items()}
    return Row(**said | {"when": tuple(_listed(given["when"])), "places": places, "bits": holds(places)})


def _check_list(name: str, given: object, choices: tuple[str, ...] | None) -> None:
    if not isinstance(given, list) or not all(isinstance(each, str) and each.strip() for each in given):
        raise TableError(f"{name} is not a list of texts")
    if choices and (unknown := sorted(set(given) - set(choices))):
        raise TableError(f"{name} has {', '.join(unknown)}; it may have {', '.join(choices)}")


def _listed(given: Any) -> list[Any]:
    return given if isinstance(given, list) else [given]


def _places(name: str, when: Any, named: Mapping[str, int]) -> int:
    """What `when` means: one condition, or a list of which any holds. `is` and `not` take named sets."""
    found = 0
    for condition in _listed(when):
        if not isinstance(condition, dict):
            raise TableError(f"{name}: a condition is not a table")
        found |= _one(name, condition, named)
    if not found:
        raise TableError(f"{name}: nothing is ever like that")
    return found


def _one(name: str, condition: Mapping[str, Any], named: Mapping[str, int]) -> int:
    places = ALL
    for key, value in condition.items():
        if key in ("is", "not"):
            if value not in named:
                raise TableError(f"{name}: nothing is named {value!r}")
            places &= named[value] if key == "is" else ~named[value]
        elif key not in CHOICES:
            raise TableError(f"{name}: there is no field {key}")
        else:
            try:
                places &= where({key: [checked(key, each) for each in _listed(value)]})
            except SituationError as error:
                raise TableError(f"{name}: {error}") from None
    return places

"""What the method says to do in a situation: one stance, words, and what must not be offered now."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from allies.craft.places import is_in
from allies.craft.situation import Situation
from allies.craft.table import CLOSES, URGENT, Table, table


@dataclass(frozen=True, slots=True)
class Response:
    """`urgent` is shown above everything else. `lesson` is the last part of an address under /learn/."""

    stance: str
    urgent: tuple[str, ...]
    say: tuple[str, ...]
    do: tuple[str, ...]
    avoid: tuple[str, ...]
    why: str
    lesson: str
    closed: tuple[str, ...]
    next: str


def respond(situation: Situation, *, by: Table | None = None) -> Response:
    """The answer for `situation`: total and deterministic, and the same for equal situations.

    Source: `respond/*.toml`, where each row names the procedure or safety rule of the method that it follows.
    """
    rows = by or table()
    place = situation.place
    guards = [row for row in rows.guarding if is_in(place, row.bits)]
    row = next(row for row in rows.answering if is_in(place, row.bits))
    return Response(
        stance=row.stance,
        urgent=_in_order(URGENT, (key for guard in guards for key in guard.urgent)),
        say=row.say,
        do=_once(guard.do for guard in [*guards, row]),
        avoid=_once(guard.avoid for guard in [*guards, row]),
        why=row.why,
        lesson=row.lesson,
        closed=_in_order(CLOSES, (key for guard in guards for key in guard.closed)),
        next=row.next,
    )


def _in_order(order: Iterable[str], found: Iterable[str]) -> tuple[str, ...]:
    present = set(found)
    return tuple(key for key in order if key in present)


def _once(parts: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(sentence for part in parts for sentence in part))

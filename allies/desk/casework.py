"""What a moderator sees of one case."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Any, Self

from allies.accounts.models import Member, Role
from allies.desk import queries
from allies.desk.access import keeps
from allies.desk.marking import KINDS, pieces
from allies.moderation.models import Case, Why
from allies.moderation.models.cases import CLAIM_LASTS
from allies.moderation.queries import history_of
from allies.moderation.words import findings


class State(Enum):
    MINE = "mine"
    FREE = "free"
    TAKEN = "taken"
    CLOSED = "closed"


def state_of(case: Case, reader: Member, now: datetime) -> State:
    if case.closed_at is not None:
        return State.CLOSED
    if case.claimed_by_id == reader.pk:
        return State.MINE
    if case.claimed_by_id is None or case.claimed_at is None or case.claimed_at < now - CLAIM_LASTS:
        return State.FREE
    return State.TAKEN


def reasons(why: list[str]) -> list[str]:
    """Why a comment is looked at, in words."""
    return [str(Why(key).label) for key in why if key in Why.values]


FIRST_WORDS = 160  # characters of a comment in the queue


@dataclass(frozen=True, slots=True)
class Row:
    """One case in the queue."""

    case: Case
    why: list[str]
    words: str
    held_by: str
    mine: bool

    @classmethod
    def of(cls, case: Case, reader: Member, now: datetime) -> Self:
        state = state_of(case, reader, now)
        text = " ".join(case.comment.text[: FIRST_WORDS + 1].split())
        words = f"{text[:FIRST_WORDS]}…" if len(case.comment.text) > FIRST_WORDS else text
        held_by = case.claimed_by.pseudonym if state is State.TAKEN and case.claimed_by else ""
        return cls(case, reasons(case.why), words, held_by, state is State.MINE)


def case_context(reader: Member, case: Case, now: datetime) -> dict[str, Any]:
    comment, writer = case.comment, case.comment.author
    found = findings(comment.text, by=writer)
    return {
        "place": "desk",
        "case": case,
        "comment": comment,
        "state": state_of(case, reader, now).value,
        "why": reasons(case.why),
        "pieces": pieces(comment.text, found),
        "found": [(comment.text[each.start : each.end], KINDS[each.kind], each.reason) for each in found],
        "reports": queries.reports_on(case),
        "around": queries.around(comment, reader),
        "writer": writer,
        "restrictable": writer is not None and (writer.role == Role.MEMBER or keeps(reader)),
        "count": queries.comment_count(writer) if writer else 0,
        "history": history_of(writer) if writer else [],
    }

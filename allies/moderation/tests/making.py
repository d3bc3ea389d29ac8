"""Cases and measures for the tests."""

from __future__ import annotations

from typing import Any

from django.utils.timezone import now

from allies.accounts.models import Member
from allies.answers.models import Comment
from allies.moderation.actions import claim, open_case, take_measure
from allies.moderation.models import Case, Measure, MeasureKind, Why


def make_case(comment: Comment, *why: str, weight: int = 10, by: Member | None = None) -> Case:
    """An open case about `comment`, held by `by`."""
    case = open_case(comment, why or [Why.NEWCOMER], weight=weight, at=now())
    if by is not None:
        assert claim(case, by=by, at=now())
    return case


def make_measure(member: Member, by: Member, kind: MeasureKind = MeasureKind.PAUSED, **more: Any) -> Measure:
    return take_measure(kind, member, "So that it stays kind.", by=by, at=now(), **more)

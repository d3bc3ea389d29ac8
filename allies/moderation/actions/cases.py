"""Opening, holding and closing what somebody has to look at.

A comment is `Any` here: this room knows it by its key and its writer alone (docs/decisions/0018-moderation.md).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet

from allies.accounts.models import Member
from allies.audit.actions import record
from allies.moderation.actions.reporters import tell_reporters
from allies.moderation.models import Case, Outcome
from allies.moderation.models.cases import CLAIM_LASTS

A_MINUTE = timedelta(minutes=1)  # after which whatever took a comment away has closed its case, if it was there


class HeldByAnother(PermissionError):  # noqa: N818 - an answer to a moderator, not a fault
    """Somebody else on the team is deciding about one of several comments. `name`: who."""

    def __init__(self, name: str) -> None:
        super().__init__("somebody else is deciding about one of these comments")
        self.name = name


@transaction.atomic
def open_case(comment: Any, why: Iterable[str], *, weight: int, at: datetime) -> Case:
    """A case about `comment`, or the one that is open already with these reasons added."""
    why = list(why)
    first = {"why": why, "weight": weight, "opened_at": at}
    case, made = Case.objects.get_or_create(comment_id=comment.pk, closed_at=None, defaults=first)
    if not made:
        case = Case.objects.select_for_update().get(pk=case.pk)
        case.why = [*case.why, *(key for key in why if key not in case.why)]
        case.weight = max(case.weight, weight)
        case.save(update_fields=["why", "weight"])
    return case


def look_again(comment: Any) -> None:
    """Its words are other ones now: whoever has claimed the open case claims, and reads, anew before deciding."""
    Case.objects.open().filter(comment=comment.pk).update(claimed_by=None, claimed_at=None)


@transaction.atomic
def claim(case: Case, *, by: Member, at: datetime) -> bool:
    """Hold the case, so that nobody else acts on it meanwhile. False when somebody else does, or it is closed.

    One statement decides, so that of fifty at once one gets it. Nobody holds a case about their own words.
    """
    if case.comment.author_id == by.pk:
        return False
    free = Q(claimed_by=None) | Q(claimed_by=by) | Q(claimed_at__lt=at - CLAIM_LASTS)
    if not Case.objects.open().filter(free, pk=case.pk).update(claimed_by=by, claimed_at=at):
        return False
    if case.claimed_by_id != by.pk:
        record("case-claimed", case, by=by, reason="Took it to look at.")
    case.claimed_by, case.claimed_at = by, at
    return True


@transaction.atomic
def release(case: Case, *, by: Member) -> None:
    if Case.objects.open().filter(pk=case.pk, claimed_by=by).update(claimed_by=None, claimed_at=None):
        record("case-released", case, by=by, reason="Left it for somebody else.")


def check_held(case: Case, *, by: Member) -> None:
    """PermissionError unless `by` holds the case, which stays so until the transaction around this ends."""
    held = Case.objects.open().select_for_update().filter(pk=case.pk, claimed_by=by)
    if case.comment.author_id == by.pk or not list(held):
        raise PermissionError("only whoever has claimed a case acts on it")


def check_free_of_others(comments: Iterable[int], *, by: Member, at: datetime) -> None:
    """HeldByAnother when somebody else is deciding about one of these; nobody claims one until the transaction ends."""
    # Without the holder's own row: one that was joined is as it was before a claim for which this had to wait.
    for case in Case.objects.open().filter(comment__in=comments).order_by("pk").select_for_update():
        holder = case.claimed_by_id
        if holder and holder != by.pk and case.claimed_at and case.claimed_at >= at - CLAIM_LASTS:
            raise HeldByAnother(case.claimed_by.pseudonym)


def close_case(case: Case, outcome: Outcome, *, by: Member, at: datetime) -> None:
    """Close the case that `by` holds; PermissionError when it is closed, or somebody else's. Inside a transaction."""
    if case.comment.author_id == by.pk:
        raise PermissionError("nobody decides about their own words")
    held = Case.objects.open().filter(pk=case.pk, claimed_by=by)
    if not held.update(closed_at=at, closed_by=by, outcome=outcome):
        raise PermissionError("a case is decided by whoever has claimed it, once")
    case.closed_at, case.closed_by, case.outcome = at, by, outcome
    tell_reporters([case.pk], by=by, at=at)


def close_gone(comments: Iterable[int], *, by: Member | None, at: datetime) -> None:
    """Nothing to look at any more: the writer took these comments away."""
    close_all(Case.objects.open().filter(comment__in=list(comments)), Outcome.GONE, by=by, at=at)


@transaction.atomic
def close_all(cases: QuerySet[Case], outcome: Outcome, *, by: Member | int | None, at: datetime) -> int:
    """Those among `cases` that are open, with what became of their comments elsewhere. Returns how many."""
    keys = list(cases.values_list("pk", flat=True))
    closed = {"closed_at": at, "closed_by": by, "outcome": outcome}
    count = int(Case.objects.open().filter(pk__in=keys).update(**closed)) if keys else 0
    if count:
        tell_reporters(keys, by=by, at=at)
    return count


@transaction.atomic
def close_left_open(now: datetime) -> int:
    """Close what was reported just as its comment was taken away: the queue would never show it.

    With the time and the hand that took the comment away, so that it comes back with a conversation shown again.
    """
    left = Case.objects.open().filter(comment__taken_away_at__lt=now - A_MINUTE).select_related("comment")
    count = 0
    for case in left:
        at, by = case.comment.taken_away_at, case.comment.taken_away_by_id
        outcome = Outcome.GONE if by is None or by == case.comment.author_id else Outcome.SWEPT
        still = Case.objects.open().filter(pk=case.pk, comment__taken_away_at=at)
        count += close_all(still, outcome, by=by, at=at)
    return count

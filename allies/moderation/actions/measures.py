"""What is done about a member, and how it ends."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.timezone import now

from allies.accounts.actions import end_all_sessions
from allies.accounts.models import Member, Role
from allies.audit.actions import record
from allies.moderation.models import Appeal, Decision, Measure, MeasureKind
from allies.moderation.models.roles import LEADING, MODERATING


def take_measure(
    kind: MeasureKind, member: Member, reason: str, *, by: Member, at: datetime, comment: Any = None, **more: Any
) -> Measure:
    """Keep what was done and why, for the member to read. Inside the transaction that does it."""
    key = comment.pk if comment else None
    return Measure.objects.create(kind=kind, member=member, reason=reason, by=by, at=at, comment_id=key, **more)


def _may_restrict(member: Member, by: Member) -> None:
    """Moderators act about members, editors and operators also about the team; nobody about themself."""
    allowed = by.role in LEADING or (by.role in MODERATING and member.role == Role.MEMBER)
    if member.pk == by.pk or not allowed:
        raise PermissionError("moderators act about members, editors and operators also about the team")


@transaction.atomic
def pause(member: Member, until: datetime, reason: str, *, by: Member) -> Measure:
    """No posting until then. Reading, and writing for oneself, go on."""
    _may_restrict(member, by)
    measure = take_measure(MeasureKind.PAUSED, member, reason, by=by, at=now(), until=until)
    record("posting-paused", member, by=by, reason=reason)
    return measure


@transaction.atomic
def propose_closing(member: Member, reason: str, *, by: Member) -> Measure:
    """The first of two people who close an account. Nothing happens yet; one proposal at a time."""
    _may_restrict(member, by)
    list(Member.objects.select_for_update(no_key=True).filter(pk=member.pk).values_list("pk"))
    waiting = Measure.objects.filter(member=member, kind=MeasureKind.CLOSED, confirmed_at=None, lifted_at=None).first()
    if waiting:
        return waiting
    measure = take_measure(MeasureKind.CLOSED, member, reason, by=by, at=now())
    record("closing-proposed", member, by=by, reason=reason)
    return measure


@transaction.atomic
def confirm_closing(measure: Measure, *, by: Member) -> None:
    """The second person: the account is closed, and every session ends at once."""
    _may_restrict(measure.member, by)
    waiting = Measure.objects.filter(kind=MeasureKind.CLOSED, confirmed_at=None, lifted_at=None)
    if by.pk == measure.by_id or not waiting.filter(pk=measure.pk).update(confirmed_by=by, confirmed_at=now()):
        raise PermissionError("closing an account takes two people, and happens once")
    measure.refresh_from_db()
    measure.member.is_active = False
    measure.member.save(update_fields=["is_active"])
    end_all_sessions(measure.member)
    record("account-closed", measure.member, by=by, reason=measure.reason)


@transaction.atomic
def withdraw_closing(measure: Measure, *, by: Member) -> None:
    """It does not come to it. Either of the two may say so, before it is confirmed."""
    if by.role not in MODERATING or by.pk == measure.member_id:
        raise PermissionError("a proposal is taken back by a moderator")
    waiting = Measure.objects.filter(pk=measure.pk, kind=MeasureKind.CLOSED, confirmed_at=None, lifted_at=None)
    if waiting.update(lifted_at=now(), lifted_by=by):
        record("closing-withdrawn", measure.member, by=by, reason="It did not come to a second person’s yes.")
    measure.refresh_from_db()


def lift(measure: Measure, *, by: Member, at: datetime) -> None:
    """Take a measure back, as after an appeal. What it did to comments is for `answers.reviewing.restore` to undo."""
    Measure.objects.filter(pk=measure.pk, lifted_at=None).update(lifted_at=at, lifted_by=by)
    measure.refresh_from_db()
    others = Measure.objects.filter(member=measure.member, kind=MeasureKind.CLOSED).decided().filter(lifted_at=None)
    if measure.kind == MeasureKind.CLOSED and not others.exists():
        Member.objects.filter(pk=measure.member_id).update(is_active=True)
        record("account-opened", measure.member, by=by, reason="The closing was taken back.")


def lift_alike(measure: Measure, comments: Iterable[Any]) -> None:
    """What a lifted measure did to others at the same moment, for what they wrote among `comments`, ends with it.

    Whoever of them asked for another look has got what they asked for.
    """
    same = Measure.objects.filter(kind=measure.kind, at=measure.at, comment__in=comments, lifted_at=None)
    keys = list(same.values_list("pk", flat=True))
    answered = {"decision": Decision.LIFTED, "decided_at": measure.lifted_at, "decided_by": measure.lifted_by}
    Appeal.objects.filter(measure__in=keys, decision="").update(**answered)
    same.update(lifted_at=measure.lifted_at, lifted_by=measure.lifted_by)


@transaction.atomic
def mark_seen(measures: Iterable[Measure], *, at: datetime) -> None:
    """Its member has read about these, and about what came of their appeals."""
    keys = [measure.pk for measure in measures]
    Measure.objects.filter(pk__in=keys, seen_at=None).update(seen_at=at)
    Appeal.objects.filter(measure__in=keys, seen_at=None).exclude(decided_at=None).update(seen_at=at)

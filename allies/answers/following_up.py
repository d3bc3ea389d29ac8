"""“What happened?”: asked some time after an answer, told in two taps, counted."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Count, Q
from django.shortcuts import get_object_or_404
from django.utils.timezone import now

from allies.accounts.models import Member
from allies.answers.models import AskPolicy, FollowUp, Question, QuotedIn, Turn
from allies.answers.publishing import write_edition
from allies.answers.shown import candidate
from allies.answers.telling import tell_asker
from allies.audit.actions import record
from allies.inbox.models import Kind

AT_ONCE = 200  # members are asked in one go; the rest a minute later


@transaction.atomic
def ask_due(moment: datetime) -> int:
    """Ask everybody whose answer is old enough, once. Returns how many were asked."""
    old = moment - timedelta(days=AskPolicy.current().follow_up_days)
    due = Question.objects.sent().filter(answered_at__lte=old, follow_up=None)
    due = due.select_related("member").prefetch_related("member__data_keys")[:AT_ONCE]
    rows = [FollowUp(question=each, member=each.member, text="", asked_at=moment) for each in due]
    FollowUp.objects.bulk_create(rows, ignore_conflicts=True)
    for question in due:
        tell_asker(question, Kind.FOLLOW_UP, f"follow-up:{question.pk}", f"{question.address}what-happened/")
    return len(rows)


def follow_up_of(member: Member, key: UUID) -> FollowUp:
    """What `member` was asked about her question; 404 for a stranger, and before she was asked."""
    rows = FollowUp.objects.of(member).select_related("question", "member")
    found: FollowUp = get_object_or_404(rows, question=key)
    return found


@transaction.atomic
def tell(follow_up: FollowUp, outcome: str, text: str, *, may_show: bool, by: Member) -> None:
    """May be told anew: what was let be shown before is read again first."""
    if follow_up.member_id != by.pk or outcome not in Turn.values:
        raise PermissionError("its asker tells what happened")
    _hold(follow_up)
    follow_up.outcome, follow_up.may_show = outcome, may_show
    setattr(follow_up, "text", text)  # noqa: B010 - typed as a field
    follow_up.answered_at, follow_up.read_at = now(), None
    follow_up.save(update_fields=["outcome", "text", "may_show", "answered_at", "read_at"])
    _rewrite(follow_up)
    record("follow-up-answered", follow_up, by=by)


@transaction.atomic
def let_show(follow_up: FollowUp, *, by: Member) -> None:
    """Somebody of the team has read it: it may stand under the answer, where its member agreed."""
    if not follow_up.may_show or follow_up.answered_at is None or follow_up.member_id == by.pk:
        raise PermissionError("only what its member lets be shown")
    _hold(follow_up)
    follow_up.read_at = now()
    follow_up.save(update_fields=["read_at"])
    _rewrite(follow_up)
    record("follow-up-shown", follow_up, by=by)


def can_be_shown(question: Question) -> bool:
    """Whether there is an answer on the site that it could stand under."""
    found = candidate(question)
    return bool(found and found[1] and QuotedIn.objects.filter(question=question, page__live=True).exists())


def counts() -> dict[str, int]:
    """For the desk: how many were asked, how many told, and for how many it is better."""
    told = Q(answered_at__isnull=False)
    counted: dict[str, int] = FollowUp.objects.aggregate(
        asked=Count("pk"), answered=Count("pk", filter=told), better=Count("pk", filter=told & Q(outcome=Turn.BETTER))
    )
    return counted


def _hold(follow_up: FollowUp) -> None:
    """In the order of all that concerns a question, so that nobody waits in a circle with who takes consent back."""
    Question.objects.select_for_update().filter(pk=follow_up.question_id).first()


def _rewrite(follow_up: FollowUp) -> None:
    for link in QuotedIn.objects.filter(question=follow_up.question_id, page__live=True).select_related("page"):
        write_edition(link.page)

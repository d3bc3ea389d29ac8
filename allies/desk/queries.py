"""What the desk loads, each through who asks for it."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db.models import Q, QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404

from allies.accounts.models import Member
from allies.answers.models import Comment
from allies.desk.access import keeps
from allies.moderation.models import (
    Alert,
    Appeal,
    Case,
    Measure,
    MeasureKind,
    OwnTerm,
    Policy,
    Report,
    Shift,
    StockReply,
)
from allies.moderation.models.cases import CLAIM_LASTS
from allies.moderation.queries import apart_from, open_alerts, queue


def shifts(now: datetime) -> list[Shift]:
    """Shifts that are not over, in the order in which they began."""
    running = Shift.objects.filter(Q(weekly=True) | Q(ends_at__gt=now))
    return list(running.select_related("member").order_by("starts_at", "pk"))


def shift_for(member: Member, key: int) -> Shift:
    """A shift that `member` may remove; 404 for another's."""
    shown = Shift.objects.select_related("member")
    return get_object_or_404(shown if keeps(member) else shown.filter(member=member), pk=key)


def replies(keys: list[str] | None = None) -> QuerySet[StockReply]:
    """Stock replies, or those that fit one of `keys` or any."""
    every = StockReply.objects.order_by("kind", "title")
    return every if keys is None else every.filter(kind__in=["", *keys])


def reply_at(key: int) -> StockReply:
    return get_object_or_404(StockReply, pk=key)


def policy() -> Policy:
    return Policy.current()


def terms() -> QuerySet[OwnTerm]:
    return OwnTerm.objects.select_related("added_by").order_by("phrase")


def term_at(key: int) -> OwnTerm:
    return get_object_or_404(OwnTerm, pk=key)


def newest_texts(most: int = 500) -> list[str]:
    """The newest comments' words, to try a term on: a sample, so that the page stays quick."""
    return list(Comment.objects.shown().order_by("-pk").values_list("text", flat=True)[:most])


def listed(reader: Member, now: datetime) -> QuerySet[Case]:
    """The queue without what its list does not show."""
    return queue(now, reader).defer("comment__html", "comment__post__body", "comment__post__edition__html")


def free_cases(reader: Member, now: datetime) -> QuerySet[Case]:
    """The next few that nobody holds."""
    return queue(now, reader).free(now)[:5]


def reports_on(case: Case) -> list[Report]:
    return list(case.reports.order_by("pk"))


BEFORE, AFTER = 4, 3


def around(comment: Comment, reader: Member) -> list[Comment]:
    """The first comment of the conversation and the replies next to `comment`, itself among them.

    Without what was written by people whom the reader must not meet.
    """
    hidden = set(apart_from(reader).values_list("other", flat=True)) if reader.has_apart is not False else set()
    root = comment.parent_id or comment.pk
    replies = Comment.objects.filter(parent=root).select_related("author").defer("html")
    replies = replies.exclude(author__in=hidden) if hidden else replies
    before = list(replies.filter(pk__lt=comment.pk).order_by("-pk")[:BEFORE])[::-1]
    after = list(replies.filter(pk__gt=comment.pk).order_by("pk")[:AFTER])
    first = [] if comment.parent is None or comment.parent.author_id in hidden else [comment.parent]
    return [*first, *before, comment, *after]


def comment_count(member: Member) -> int:
    return Comment.objects.written_by(member).shown().count()


def alerts(reader: Member, now: datetime) -> list[Alert]:
    """Open ones. Each has `silent`: whoever took it has not answered in time."""
    return list(open_alerts(reader).telling_silence(_late(now)))


def _late(now: datetime) -> datetime:
    return now - timedelta(minutes=Policy.current().escalate_after)


def alert_for(reader: Member, key: int) -> Alert:
    """The alert `key`; 404 to whoever wrote what it is about."""
    others = Alert.objects.exclude(comment__author=reader).exclude(appeal__member=reader)
    shown = _not_apart(others.exclude(question__member=reader), reader)
    shown = shown.select_related(
        "owner", "closed_by", "appeal__member", "appeal__measure", "comment__author", "comment__post__edition"
    )
    return get_object_or_404(shown, pk=key)


def alert_to_handle(reader: Member, key: int) -> Alert:
    """As `alert_for`; what is about a question is handled with the question, by those who may read it."""
    alert = alert_for(reader, key)
    if alert.question_id:
        raise Http404
    return alert


def question_alerts(reader: Member) -> list[Alert]:
    """Open ones about questions, for who answers them."""
    return list(open_alerts(reader).filter(question__isnull=False))


def taken_over_from(member: Member, now: datetime) -> list[Alert]:
    """What `member` had and somebody else took over, until a day after it is done with."""
    done = Q(closed_at=None) | Q(closed_at__gte=now - timedelta(days=1))
    rows = _not_apart(Alert.objects.filter(done, taken_from=member), member)
    return list(rows.select_related("owner", "closed_by").order_by("pk"))


def may_take_over(alert: Alert, member: Member, now: datetime) -> bool:
    return alert.owner_id != member.pk and Alert.objects.unanswered_since(_late(now)).filter(pk=alert.pk).exists()


def closed_alerts(reader: Member, most: int = 10) -> list[Alert]:
    """The latest that are done, without anything about the member."""
    done = Alert.objects.exclude(closed_at=None).exclude(comment__author=reader).exclude(appeal__member=reader)
    done = done.exclude(question__member=reader)
    return list(_not_apart(done, reader).select_related("closed_by").order_by("-closed_at")[:most])


def _not_apart(alerts: QuerySet[Alert], reader: Member) -> QuerySet[Alert]:
    """None about somebody whom the reader must not meet."""
    hidden = apart_from(reader)
    return (
        alerts.exclude(comment__author__in=hidden)
        .exclude(appeal__member__in=hidden)
        .exclude(question__member__in=hidden)
    )


def appeal_at(reader: Member, key: int) -> Appeal:
    """404 to whom must not meet who appeals."""
    shown = Appeal.objects.exclude(member__in=apart_from(reader)).select_related(
        "member", "claimed_by", "measure__comment__post__edition", "measure__by"
    )
    return get_object_or_404(shown, pk=key)


def hidden_by(measure: Measure, reader: Member) -> list[Comment]:
    """The conversation that a measure hid, as it was, for whoever decides an appeal about it. As `around`."""
    if measure.kind != MeasureKind.HIDDEN or measure.comment is None:
        return []
    there = Comment.objects.in_conversation_of(measure.comment).filter(taken_away_at=measure.at)
    there = there.exclude(author__in=apart_from(reader))
    return list(there.select_related("author").defer("html").order_by("pk"))


def _closings(reader: Member) -> QuerySet[Measure]:
    waiting = Measure.objects.filter(kind=MeasureKind.CLOSED, confirmed_at=None, lifted_at=None)
    return waiting.exclude(member__in=apart_from(reader))


def closings_waiting(reader: Member) -> list[Measure]:
    """Accounts that one person proposed to close and nobody else confirmed yet."""
    return list(_closings(reader).select_related("member", "by", "comment").order_by("pk"))


def closing_at(reader: Member, key: int) -> Measure:
    return get_object_or_404(_closings(reader).select_related("member", "by"), pk=key)


def held_by(member: Member, now: datetime) -> list[Case]:
    """What `member` has claimed and not decided yet."""
    held = Case.objects.open().filter(claimed_by=member, claimed_at__gte=now - CLAIM_LASTS, comment__taken_away_at=None)
    held = held.exclude(comment__author__in=apart_from(member))
    return list(held.select_related("comment").defer("comment__html").order_by("claimed_at"))


def closings_count(reader: Member) -> int:
    return _closings(reader).count()

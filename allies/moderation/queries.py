"""What moderators, members and everybody may load of all this, each through who asks for it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.shortcuts import get_object_or_404

from allies.accounts.models import Apart, Member
from allies.lib.prepared import Prepared
from allies.moderation.duty import on_duty
from allies.moderation.models import Alert, Appeal, Case, Measure, MeasureKind, Mute, Outcome, Report
from allies.moderation.models.alerts import AlertQuerySet

__all__ = ["case_for", "history_of", "on_duty", "open_alerts", "queue", "waiting_appeals"]

_BESIDE = ("comment__author", "comment__post__edition", "comment__parent", "claimed_by")


def _cases(reader: Member) -> QuerySet[Case]:
    """Never about what the reader wrote, or somebody she must not meet: somebody else decides about that."""
    rows = Case.objects.exclude(comment__author=reader).exclude(comment__author__in=apart_from(reader))
    return rows.select_related(*_BESIDE)


def apart_from(reader: Member) -> QuerySet[Apart, Any]:
    """Whose affairs are not put before this moderator."""
    return Apart.objects.of(reader).values("other")


def queue(now: datetime, reader: Member) -> QuerySet[Case]:
    """Open cases: what could hurt most first, then what has waited longest."""
    return _cases(reader).open().filter(comment__taken_away_at=None).order_by("-weight", "opened_at", "pk")


def case_for(reader: Member, key: int) -> Case:
    """The case `key`, open or closed; 404 to whoever wrote what it is about, or must not meet who did."""
    return get_object_or_404(_cases(reader), pk=key)


def history_of(member: Member) -> QuerySet[Measure]:
    """What moderators did about `member` and what they wrote, newest first."""
    return Measure.objects.about(member).select_related("by", "confirmed_by", "lifted_by", "comment", "appeal")


def open_alerts(reader: Member) -> AlertQuerySet:
    """Not done with: minutes first, then the oldest. Never about the reader's own words: others answer these."""
    rows = (
        Alert.objects.open()
        .exclude(comment__author=reader)
        .exclude(appeal__member=reader)
        .exclude(comment__author__in=apart_from(reader))
        .exclude(appeal__member__in=apart_from(reader))
        .exclude(question__member=reader)
        .exclude(question__member__in=apart_from(reader))
        .select_related("owner", "comment__author", "comment__post__edition")
    )
    return rows.order_by("-urgent", "raised_at", "pk")


def waiting_appeals(reader: Member) -> QuerySet[Appeal]:
    """Appeals that `reader` may decide: of others, about what others did. The oldest first."""
    rows = Appeal.objects.filter(decision="").exclude(member=reader).exclude(member__in=apart_from(reader))
    rows = rows.exclude(measure__by=reader).exclude(measure__confirmed_by=reader)
    return rows.select_related("member", "measure__by", "measure__comment__post__edition", "claimed_by").order_by("pk")


def pause_of(member: Member, now: datetime) -> Measure | None:
    """The pause of posting that ends last, if one runs."""
    running = Measure.objects.filter(member=member, kind=MeasureKind.PAUSED).in_force(now)
    return running.order_by(F("until").desc(nulls_first=True)).first()


def outcomes_of(member: Member, limit: int = 50) -> list[Measure]:
    """What `member` may read about themself, newest first: never a closing that only one person proposed."""
    return list(Measure.objects.about(member).decided().select_related("comment__post__edition", "appeal")[:limit])


def appealable(member: Member, key: int) -> Measure:
    """A measure about `member`; a stranger gets 404."""
    return get_object_or_404(Measure.objects.about(member).decided().select_related("comment", "appeal"), pk=key)


def closing_of(member: Member) -> Measure | None:
    """Why `member`'s account is closed; None when two people have not decided so, or it was lifted."""
    closings = Measure.objects.about(member).decided().filter(kind=MeasureKind.CLOSED, lifted_at=None)
    return closings.select_related("appeal").first()


def has_reported(member: Member, comment: int) -> bool:
    """Whether `member` asked for a look at a comment that nobody has decided about yet."""
    return Report.objects.of(member).filter(case__comment=comment, case__closed_at=None).exists()


def hidden_at(comments: QuerySet[Any]) -> QuerySet[Case, Any]:
    """When a moderator hid the conversation of which these are the comments."""
    return Case.objects.filter(comment__in=comments.values("pk"), outcome=Outcome.HIDDEN).values("closed_at")


def note_on(comment: int) -> str:
    """The newest note with which a comment went back to its writer."""
    notes = Measure.objects.filter(comment=comment, kind=MeasureKind.RETURNED).order_by("-pk")
    return notes.values_list("reason", flat=True).first() or ""


def reports_of(member: Member, limit: int = 50) -> list[Report]:
    """What `member` asked moderators to look at and they have, newest first; without who wrote it."""
    decided = Report.objects.of(member).decided().select_related("case__comment__post__edition")
    return list(decided.order_by("-case__closed_at", "-pk")[:limit])


def _count(rows: QuerySet[Any]) -> Coalesce:
    return Coalesce(Subquery(rows.order_by().values("member").annotate(n=Count("pk")).values("n")), 0)


def _unseen(member: int) -> QuerySet[Member, Any]:
    measures = Measure.objects.filter(member=OuterRef("pk")).decided()
    news = measures.filter(Q(seen_at=None) | Q(appeal__decided_at__isnull=False, appeal__seen_at=None))
    return Member.objects.filter(pk=member).values_list(
        _count(news), _count(Report.objects.filter(member=OuterRef("pk")).unseen())
    )


_UNSEEN = Prepared(_unseen, int)


def unseen_outcomes(member: Member) -> int:
    """How much `member` has not read yet of what moderators decided about them, or at their asking. One query."""
    return sum(sum(row) for row in _UNSEEN(member.pk))


def muted_by(member: Member) -> list[Mute]:
    rows = Mute.objects.of(member).exclude(muted__in=Apart.objects.unseen_by(member).values("other"))
    return list(rows.select_related("muted").order_by("muted__key"))


def mute_of(member: Member, key: int) -> Mute:
    """One of `member`'s own; a stranger gets 404."""
    return get_object_or_404(Mute.objects.of(member).select_related("muted"), pk=key)


_MUTED = Prepared(lambda member: Mute.objects.of(member).values_list("muted"), int)


def muted_keys(member: Member) -> frozenset[int]:
    return frozenset(row[0] for row in _MUTED(member.pk))

from __future__ import annotations

from django.shortcuts import get_object_or_404

from allies.accounts.models import Member
from allies.answers.models import AnswerEdition, Comment, Draft, Follow, Topic
from allies.lib.prepared import Prepared

_COLUMNS = [field.attname for field in AnswerEdition._meta.concrete_fields]
_AT = Prepared(lambda slug: AnswerEdition.objects.filter(slug=slug).values_list(*_COLUMNS), str)
_FOLLOW = Prepared(lambda member, post: Follow.objects.filter(member=member, post=post).values_list("seen"), int, int)


def answer_at(slug: str) -> AnswerEdition:
    """The published answer at /answers/<slug>/, or 404."""
    return get_object_or_404(AnswerEdition, slug=slug)


def newest(public_only: bool, limit: int) -> list[AnswerEdition]:
    """The newest answers, without their text."""
    editions = AnswerEdition.objects.defer("html").newest_first()
    return list((editions.public() if public_only else editions)[:limit])


def topics() -> list[Topic]:
    return list(Topic.objects.filter(pk__in=Topic.objects.filter(slug__isnull=False)).order_by("name"))


def seen_by(member: Member, post: int) -> int | None:
    """The newest comment that `member`, who follows `post`, has seen; None when she does not follow it."""
    rows = _FOLLOW(member.pk, post)
    return rows[0][0] if rows else None


def draft_of(member: Member, post: int) -> Draft | None:
    return Draft.objects.of(member).filter(post=post).first()


def comment_of(member: Member, key: int) -> Comment:
    """A comment that `member` wrote, still there; a stranger gets 404."""
    return get_object_or_404(Comment.objects.written_by(member).shown().select_related("post__edition"), pk=key)


def comment_shown(key: int) -> Comment:
    return get_object_or_404(Comment.objects.shown().select_related("post__edition", "author"), pk=key)


def followed_with_news(member: Member, limit: int) -> list[tuple[AnswerEdition, int]]:
    """Posts `member` follows in which others have written since she looked, with how many comments are new."""
    from django.db.models import Count, F, OuterRef, Q, Subquery  # noqa: PLC0415

    seen = Follow.objects.of(member).filter(post=OuterRef("page")).values("seen")[:1]
    new = Q(page__comments__id__gt=F("seen"), page__comments__taken_away_at=None) & ~Q(page__comments__author=member)
    editions = (
        AnswerEdition.objects.defer("html")
        .annotate(seen=Subquery(seen))
        .filter(seen__isnull=False)
        .annotate(news=Count("page__comments", filter=new))
        .filter(news__gt=0)
        .order_by("-news", "-date")
    )
    return [(edition, edition.news) for edition in editions[:limit]]

"""Keeping each answer's number of comments right while several people change its conversation at once."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.utils.timezone import now

from allies.answers.models import AnswerEdition, Comment


def one_at_a_time(posts: Iterable[int]) -> None:
    """Hold what else would change these posts' comments until this transaction ends."""
    list(AnswerEdition.objects.select_for_update().filter(page__in=posts).order_by("pk").values_list("pk"))


def recount(posts: Iterable[int]) -> None:
    shown = Comment.objects.shown().filter(post=OuterRef("page")).order_by().values("post")
    count = Coalesce(Subquery(shown.annotate(count=Count("pk")).values("count")), 0)
    AnswerEdition.objects.filter(page__in=posts).update(comment_count=count)


def next_turn(post: int) -> int:
    """A number greater than every comment's key so far, which no comment will have.

    Who follows an answer remembers the last number seen. What had to wait is seen later than its key says, so it takes
    a turn of its own: drawn from where keys are drawn, by a row that is gone again at once.
    """
    row = Comment.objects.create(post_id=post, text="", html="", written_at=now(), taken_away_at=now())
    Comment.objects.filter(pk=row.pk)._raw_delete(Comment.objects.db)
    return int(row.pk)

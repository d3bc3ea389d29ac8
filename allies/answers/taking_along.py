"""What this room adds when a member takes her records out, or leaves."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext, ngettext

from allies.accounts.models import Member
from allies.answers.models import AnswerPage, Comment, Question

ROWS = 500  # in memory at once


def comments_of(member: Member) -> Iterator[dict[str, Any]]:
    """All of hers that still have words, wherever they stand."""
    rows = Comment.objects.written_by(member).exclude(text="").select_related("post").order_by("pk")
    for row in rows.iterator(chunk_size=ROWS):
        moments = {name: getattr(row, name) for name in ("written_at", "edited_at", "held_at", "taken_away_at")}
        yield {"id": row.pk, "answer": row.post.title, "text": row.text, **moments}


def in_the_way(member: Member) -> Iterator[str]:
    if count := Question.objects.owned_by(member).count():
        yield ngettext(
            "%(n)d question of a member is with you. Hand it over or close it first.",
            "%(n)d questions of members are with you. Hand them over or close them first.",
            count,
        ) % {"n": count}
    if AnswerPage.objects.filter(author=member).exists():
        yield gettext("Answers stand under your name. Ask an editor to put another name there.")

"""A conversation as one reader sees it.

Each comment's HTML is stored when it is written. Reading joins it with what may change later (the writer's name and
badge) and with what depends on the reader (her own comments, what is new to her), in one pass without templates:
Django's template loop over 100 comments takes 10 ms, this takes 0.2.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Q
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.timezone import now
from django.utils.translation import gettext as _

from allies.accounts.models import Member, Role
from allies.answers.models.comments import EDITABLE_FOR, MODERATING, Comment
from allies.lib.prepared import Prepared, moment

PAGE = 200  # comments shown at once
_PLACE = re.compile(r"\d{1,18}-\d{1,18}")

_ROWS = Prepared(
    lambda post, conversation, key: Comment.objects.filter(post=post)
    .in_thread_order()
    .filter(Q(conversation__gt=conversation) | Q(conversation=conversation, id__gte=key))
    .values_list("id", "author_id", "author__pseudonym", "author__role", "author__title", "parent_id", "html", "written_at", "taken_away_at")[
        : PAGE + 1
    ],
    int,
    int,
    int,
)


@dataclass(frozen=True, slots=True)
class Thread:
    html: SafeString
    count: int
    last: int  # key of the newest comment shown
    later: str  # where the next page starts, as "conversation-comment"; empty when this is all


def thread_of(post: int, reader: Member | None, *, asked_by: str = "", seen: int | None = None, start: str = "") -> Thread:
    """The comments of `post`, from the place `start` on ("conversation-comment"; anything else is the beginning).

    `asked_by`: the pseudonym whose comments are marked as the asker's. `seen`: the newest comment that a follower has seen before.
    """
    conversation, _dash, key = start.partition("-")
    rows = _ROWS(post, *((int(conversation), int(key)) if _PLACE.fullmatch(start) else (0, 0)))
    later = f"{rows[PAGE][5] or rows[PAGE][0]}-{rows[PAGE][0]}" if len(rows) > PAGE else ""
    rows = rows[:PAGE]
    words = _Words(reader, asked_by)
    return Thread(mark_safe(words.conversations(rows, seen)), len(rows), max((row[0] for row in rows), default=0), later)  # noqa: S308


class _Words:
    """The small strings between stored comments, translated once a page."""

    def __init__(self, reader: Member | None, asked_by: str) -> None:
        self.asked_by = asked_by
        self.asker = f' <span class="badge warm">{_("asked this")}</span>'
        self.me = reader.pk if reader else 0
        self.moderates = bool(reader and reader.role in MODERATING)
        self.gone = f'<p class="who">{_("This comment was taken away.")}</p>'
        self.new = f' <span class="new">{_("New")}</span>'
        self.reply, self.edit, self.delete, self.remove = _("Reply"), _("Edit"), _("Delete"), _("Remove")
        self.badges = {role.value: str(role.label) for role in Role if role != Role.MEMBER}
        self.edit_since = now() - EDITABLE_FOR

    def conversations(self, rows: list[tuple[Any, ...]], seen: int | None) -> str:
        """Each first comment with its replies inside it; a page that starts among replies opens without the first."""
        parts: list[str] = []
        answered = {row[5] for row in rows}
        close, replying = "", False
        for row in rows:
            if row[8] is not None and row[0] not in answered:
                continue
            if row[5] is None:
                parts.append(close)
                close, replying = "</article>", False
            elif not replying:
                parts.append('<div class="replies">')
                close, replying = f"</div>{close}", True
            parts.append(self.comment(row, seen))
            if row[5] is not None:
                parts.append("</article>")
        return "".join([*parts, close])

    def comment(self, row: tuple[Any, ...], seen: int | None) -> str:
        """One comment's HTML, its article left open."""
        key, author, name, role, title, parent, html, written_at, gone = row
        if gone is not None:
            return f'<article class="comment gone" id="c{key}">{self.gone}'
        badge = f' <span class="badge">{escape(title) or self.badges[role]}</span>' if role in self.badges else ""
        if name == self.asked_by:
            badge += self.asker
        new = self.new if seen is not None and key > seen and author != self.me else ""
        acts = self._acts(key, author, parent or key, written_at) if self.me else ""
        return (
            f'<article class="comment{" mine" if author == self.me else ""}" id="c{key}">'
            f'<span class="face" aria-hidden="true">{escape(name[:1])}</span>'
            f'<p class="who"><strong>{escape(name)}</strong>{badge}{new} <a href="#c{key}">{html}{acts}'
        )

    def _acts(self, key: int, author: int, root: int, written_at: datetime | str) -> str:
        links = f'<a href="?reply={root}#write">{self.reply}</a>'
        if author == self.me:
            if moment(written_at) >= self.edit_since:
                links += f'<a class="own" href="/answers/comments/{key}/edit/">{self.edit}</a>'
            links += f'<a class="own" href="/answers/comments/{key}/delete/">{self.delete}</a>'
        elif self.moderates:
            links += f'<a href="/answers/comments/{key}/remove/">{self.remove}</a>'
        return f'<div class="acts">{links}</div>'

"""A conversation as one reader sees it.

Each comment's HTML is stored when it is written. Reading joins it with what may change later (the writer's name and
badge) and with what depends on the reader (her own comments, what is new to her), in one pass without templates:
Django's template loop over 100 comments takes 10 ms, this takes 0.2.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from html import escape
from typing import Any

from django.db.models import Case, Q, When
from django.utils.safestring import SafeString, mark_safe
from django.utils.timezone import now
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from allies.accounts.models import Member, Role
from allies.answers.models.comments import EDITABLE_FOR, MODERATING, Comment
from allies.lib.prepared import Prepared, moment

PAGE = 200  # comments shown at once
_PLACE = re.compile(r"[0-9]{1,18}-[0-9]{1,18}")

_AUTHOR = ("author__pseudonym", "author__role", "author__title")
_ROWS = Prepared(
    lambda reader, post, conversation, key: (
        Comment.objects.filter(post=post)
        .in_thread_order()
        .filter(Q(conversation__gt=conversation) | Q(conversation=conversation, id__gte=key))
        .annotate(
            own_at=Case(When(author=reader, then="written_at"))
        )  # when it matters; 100 moments take 30 µs to read
        .values_list("id", "author_id", *_AUTHOR, "parent_id", "html", "own_at", "taken_away_at")[: PAGE + 1]
    ),
    int,
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


def thread_of(
    post: int, reader: Member | None, *, asked_by: str = "", seen: int | None = None, start: str = ""
) -> Thread:
    """The comments of `post`, from the place `start` on ("conversation-comment"; anything else is the beginning).

    `asked_by`: the pseudonym whose comments are marked as the asker's.
    `seen`: the newest comment that a follower has seen before.
    """
    conversation, _dash, key = start.partition("-")
    place = (int(conversation), int(key)) if _PLACE.fullmatch(start) else (0, 0)
    rows = _ROWS(reader.pk if reader else 0, post, *place)
    later = f"{rows[PAGE][5] or rows[PAGE][0]}-{rows[PAGE][0]}" if len(rows) > PAGE else ""
    shown = [row for row in rows if row[8] is None]
    answered = {row[5] for row in shown}
    # What was taken away leaves a line where others have replied to it, and nothing where they have not.
    rows = [row for row in rows[:PAGE] if row[8] is None or row[0] in answered]
    html = _Reading(reader, asked_by, seen).conversations(rows)
    return Thread(mark_safe(html), len(rows), max((row[0] for row in rows), default=0), later)  # noqa: S308


@dataclass(frozen=True, slots=True)
class _Words:
    """The small strings between stored comments, in one language."""

    asker: str
    gone: str
    new: str
    reply: str
    edit: str
    delete: str
    remove: str
    badges: dict[str, str]


@cache
def _words(language: str) -> _Words:
    return _Words(
        asker=f' <span class="badge warm">{_("asked this")}</span>',
        gone=f'<p class="who">{_("This comment was taken away.")}</p>',
        new=f' <span class="new">{_("New")}</span>',
        reply=_("Reply"),
        edit=_("Edit"),
        delete=_("Delete"),
        remove=_("Remove"),
        badges={role: str(label) for role, label in Role.choices if role != Role.MEMBER},
    )


class _Reading:
    """One reader's way of seeing a thread."""

    def __init__(self, reader: Member | None, asked_by: str, seen: int | None) -> None:
        self.words = _words(get_language())
        self.asked_by = asked_by
        self.me = reader.pk if reader else 0
        self.moderates = bool(reader and reader.role in MODERATING)
        self.seen = seen if seen is not None else 2**63
        self.edit_since = now() - EDITABLE_FOR
        self.heads: dict[int, str] = {}

    def conversations(self, rows: list[tuple[Any, ...]]) -> str:
        """Each first comment with its replies inside it; a page that starts among replies opens without the first."""
        parts: list[str] = []
        close, replying = "", False
        for row in rows:
            if row[5] is None:
                parts.append(close)
                close, replying = "</article>", False
            elif not replying:
                parts.append('<div class="replies">')
                close, replying = f"</div>{close}", True
            parts.append(self.comment(row))
            if row[5] is not None:
                parts.append("</article>")
        return "".join([*parts, close])

    def comment(self, row: tuple[Any, ...]) -> str:
        """One comment's HTML, its article left open."""
        key, author, name, role, title, _parent, html, own_at, gone = row
        if gone is not None:
            return f'<article class="comment gone" id="c{key}">{self.words.gone}'
        mine = author == self.me
        head = self.heads.get(author) or self._head(author, name, role, title)
        new = self.words.new if key > self.seen and not mine else ""
        acts = self._acts(key, own_at) if self.me else ""
        return (
            f'<article class="comment{" mine" if mine else ""}" id="c{key}">{head}{new} <a href="#c{key}">{html}{acts}'
        )

    def _head(self, author: int, name: str, role: str, title: str) -> str:
        """What stands before each comment of one writer."""
        badge = (
            f' <span class="badge">{escape(title) or self.words.badges[role]}</span>'
            if role in self.words.badges
            else ""
        )
        if name == self.asked_by:
            badge += self.words.asker
        face = f'<span class="face" aria-hidden="true">{escape(name[:1])}</span>'
        self.heads[author] = f'{face}<p class="who"><strong>{escape(name)}</strong>{badge}'
        return self.heads[author]

    def _acts(self, key: int, own_at: datetime | str | None) -> str:
        words, more = self.words, ""
        if own_at is not None:
            if moment(own_at) >= self.edit_since:
                more = f'<a class="own" href="/answers/comments/{key}/edit/">{words.edit}</a>'
            more += f'<a class="own" href="/answers/comments/{key}/delete/">{words.delete}</a>'
        elif self.moderates:
            more = f'<a href="/answers/comments/{key}/remove/">{words.remove}</a>'
        return f'<div class="acts"><a href="?reply={key}#write">{words.reply}</a>{more}</div>'

"""One comment as one reader sees it: its stored HTML, with what may change after it was written.

The writer's name and badge, what is the reader's own, what is new to her and what she may do: a few small strings, put
together without templates.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import cache
from html import escape
from typing import Any

from django.utils.timezone import now
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from allies.accounts.models import Member, Role
from allies.answers.models.comments import EDITABLE_FOR, MODERATING
from allies.lib.prepared import moment

VISITOR, ANY_MEMBER = 0, -1  # readers who wrote nothing


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


class Reading:
    """One reader's way of seeing comments. `seen`: the newest one that she has read before, when she follows them."""

    def __init__(self, reader: Member | int | None, asked_by: str, seen: int | None = None) -> None:
        self.words = _words(get_language())
        self.asked_by = asked_by
        self.me: int = reader.pk if isinstance(reader, Member) else reader or VISITOR
        self.moderates = isinstance(reader, Member) and reader.role in MODERATING
        self.seen = seen if seen is not None else 2**63
        self.edit_since = now() - EDITABLE_FOR
        self.heads: dict[int, str] = {}

    def comment(self, row: tuple[Any, ...]) -> str:
        """One comment's HTML, its article left open."""
        key, author, name, role, title, _parent, html, written_at, gone = row
        if gone is not None:
            return f'<article class="comment gone" id="c{key}">{self.words.gone}'
        mine = author == self.me
        head = self.heads.get(author) or self._head(author, name, role, title)
        new = self.words.new if key > self.seen and not mine else ""
        acts = self._acts(key, mine, written_at) if self.me != VISITOR else ""
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

    def _acts(self, key: int, mine: bool, written_at: datetime | str) -> str:
        words, more = self.words, ""
        if mine:
            if moment(written_at) >= self.edit_since:
                more = f'<a class="own" href="/answers/comments/{key}/edit/">{words.edit}</a>'
            more += f'<a class="own" href="/answers/comments/{key}/delete/">{words.delete}</a>'
        elif self.moderates:
            more = f'<a href="/answers/comments/{key}/remove/">{words.remove}</a>'
        return f'<div class="acts"><a href="?reply={key}#write">{words.reply}</a>{more}</div>'

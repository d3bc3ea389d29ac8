"""One comment as one reader sees it: its stored HTML, with what may change after it was written.

The writer's name and badge, what is the reader's own, what is new to her and what she may do: a few small strings, put
together without templates.
"""

from __future__ import annotations

from collections.abc import Set
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
from allies.answers.models.questions import ANSWERING
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
    report: str
    invite: str
    mute: str
    muted: str
    waits: str
    waits_for_you: str
    returned: str
    looked_at: str
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
        report=_("Report"),
        invite=_("Answer privately"),
        mute=_("Mute"),
        muted=f"<details><summary>{_('You muted this person.')} <span>{_('Show')}</span></summary>",
        waits=f'<p class="fine">{_("Only you see this. A moderator looks at it first.")}</p>',
        waits_for_you=f'<p class="fine">{_("This waits for a moderator. Others do not see it yet.")} '
        f'<a href="/desk/">{_("To the desk")}</a></p>',
        returned=f'<p class="fine">{_("A moderator sent this back to you. Only you see it.")} '
        f'<a href="/answers/mine/">{_("Read why, and write it anew")}</a></p>',
        looked_at=f'<p class="who">{_("A moderator is looking at this comment.")}</p>',
        badges={role: str(label) for role, label in Role.choices if role != Role.MEMBER},
    )


class Reading:
    """One reader's way of seeing comments. `seen`: the newest one that she has read before, when she follows them."""

    def __init__(
        self, reader: Member | int | None, asked_by: str, seen: int | None = None, muted: Set[int] = frozenset()
    ) -> None:
        self.words = _words(get_language())
        self.asked_by = asked_by
        self.me: int = reader.pk if isinstance(reader, Member) else reader or VISITOR
        self.moderates = isinstance(reader, Member) and reader.role in MODERATING
        self.answers = isinstance(reader, Member) and reader.role in ANSWERING
        self.muted = frozenset() if self.moderates else muted  # who looks after the conversation reads all of it
        self.seen = seen if seen is not None else 2**63
        self.edit_since = now() - EDITABLE_FOR
        self.heads: dict[int, str] = {}

    def comment(self, row: tuple[Any, ...], *, answered: bool = False) -> str:
        """One comment's HTML, its article left open. What waits is empty but for its writer and moderators, or a line
        when others have `answered` it."""
        key, author, name, role, title, _parent, html, written_at, gone, held, _returned, turn = row
        if gone is not None:
            return f'<article class="comment gone" id="c{key}">{self.words.gone}'
        mine = author == self.me
        if held is not None:
            return self._held(row) if mine or self.moderates else self._placeholder(key) if answered else ""
        head = self.heads.get(author) or self._head(author, name, role, title)
        new = self.words.new if (turn or key) > self.seen and not mine else ""
        acts = self._acts(key, mine, written_at, role) if self.me != VISITOR else ""
        if author in self.muted and role == Role.MEMBER:
            folded = f'{head}{new} <a href="#c{key}">{html}{acts}</details>'
            return f'<article class="comment muted" id="c{key}">{self.words.muted}{folded}'
        return (
            f'<article class="comment{" mine" if mine else ""}" id="c{key}">{head}{new} <a href="#c{key}">{html}{acts}'
        )

    def _placeholder(self, key: int) -> str:
        return f'<article class="comment gone" id="c{key}">{self.words.looked_at}'

    def _held(self, row: tuple[Any, ...]) -> str:
        """What waits, as its writer and moderators see it."""
        key, author, name, role, title, _parent, html, written_at, _gone, _since, returned, _turn = row
        words, mine = self.words, author == self.me
        head = self.heads.get(author) or self._head(author, name, role, title)
        if mine:
            note = words.waits if returned is None else words.returned
            acts = self._own_acts(key, returned is not None or moment(written_at) >= self.edit_since)
        else:
            note, acts = words.waits_for_you, f'<a href="/answers/comments/{key}/remove/">{words.remove}</a>'
        kind = "mine waiting" if mine else "waiting"
        shown = f'{head} <a href="#c{key}">{html}{note}<div class="acts">{acts}</div>'
        return f'<article class="comment {kind}" id="c{key}">{shown}'

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

    def _acts(self, key: int, mine: bool, written_at: datetime | str, role: str) -> str:
        words = self.words
        if mine:
            more = self._own_acts(key, moment(written_at) >= self.edit_since)
        elif self.moderates:
            more = f'<a href="/answers/comments/{key}/remove/">{words.remove}</a>'
        else:
            more = f'<a href="/answers/comments/{key}/report/">{words.report}</a>'
            if role == Role.MEMBER:
                more += f'<a href="/answers/comments/{key}/mute/">{words.mute}</a>'
        if self.answers and not mine and role == Role.MEMBER:
            more += f'<a href="/answers/comments/{key}/invite/">{words.invite}</a>'
        return f'<div class="acts"><a href="?reply={key}#write">{words.reply}</a>{more}</div>'

    def _own_acts(self, key: int, editable: bool) -> str:
        edit = f'<a class="own" href="/answers/comments/{key}/edit/">{self.words.edit}</a>' if editable else ""
        return f'{edit}<a class="own" href="/answers/comments/{key}/delete/">{self.words.delete}</a>'

"""The conversation under an answer, a page at a time.

Each comment's HTML is stored when it is written: Django's template loop over 100 comments takes 10 ms, a join 0.1.
What all members see alike is kept between requests with a note of the state it shows. The state is asked of the
database at every request, in one query that reads an index and the names of those who wrote: nothing has to remember to
say that a comment, a name or a badge is another one now. Visitors' whole pages are kept in the same way (visitors.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Set
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Max, Q
from django.utils.translation import get_language

from allies.accounts.models import Member
from allies.answers.models.comments import MOMENTS, Comment
from allies.answers.reading import ANY_MEMBER, VISITOR, Reading
from allies.lib.prepared import Prepared

PAGE = 200  # comments shown at once
MOST = 40  # threads kept; with more it begins anew, so that memory stays bounded (10 MB)
_PLACE = re.compile(r"[0-9]{1,18}-[0-9]{1,18}")

_AUTHOR = ("author__pseudonym", "author__role", "author__title")
_STATE = ("taken_away_at", "held_at", "returned_at", "turn")
_ROWS = Prepared(
    lambda post, conversation, key: (
        Comment.objects.filter(post=post)
        .in_thread_order()
        .filter(Q(conversation__gt=conversation) | Q(conversation=conversation, id__gte=key))
        .values_list("id", "author_id", *_AUTHOR, "parent_id", "html", "written_at", *_STATE)[: PAGE + 1]
    ),
    int,
    int,
    int,
)
state_of = Prepared(
    lambda post: (
        Comment.objects.filter(post=post)
        .order_by()
        .values_list("author_id")
        .annotate(*map(Max, _AUTHOR), Max("id"), Count("id"))
        .annotate(*map(Max, MOMENTS), Count("taken_away_at"), Count("held_at"))
    ),
    int,
)


@dataclass(frozen=True, slots=True)
class Thread:
    html: bytes
    count: int
    last: int  # key of the newest comment shown
    later: str  # where the next page starts, as "conversation-comment"; empty when this is all


@dataclass(frozen=True, slots=True)
class _Page:
    """The comments of one page as all visitors see them, or all members who wrote none and have read all."""

    rows: list[tuple[Any, ...]]
    parts: list[bytes]
    places: list[int]  # of each row among the parts
    asked: tuple[list[tuple[Any, ...]], list[tuple[Any, ...]]]  # all its rows, and the first of the next page
    frames: list[tuple[str, str]]  # what stands around each row, when it is shown
    answered: set[int]  # comments that others have replied to
    own: dict[int | None, list[int]]  # which rows each writer wrote
    held: set[int]  # which rows wait for a moderator
    html: bytes
    later: str
    last: int


def thread_of(
    post: int,
    reader: Member | None,
    *,
    asked_by: str = "",
    seen: int | None = None,
    start: str = "",
    muted: Set[int] = frozenset(),
    unseen: Set[int] = frozenset(),
) -> Thread:
    """The comments of `post`, from the place `start` on ("conversation-comment"; anything else is the beginning).

    `asked_by`: the pseudonym whose comments are marked as the asker's.
    `seen`: the newest comment that a follower has seen before.
    `muted`: whose comments this reader has folded away.
    `unseen`: whose comments are not there for this reader.
    """
    reading = Reading(reader, asked_by, seen, muted)
    if reader is None or start:
        page = _page(post, asked_by, ANY_MEMBER if reader else VISITOR, start)
    else:
        page = _kept_page(post, asked_by)
    if not unseen.isdisjoint(page.own):
        rows, after = (_without(unseen, part) for part in page.asked)
        page = _made(rows, after, asked_by, ANY_MEMBER, page.later)
    own = page.own.get(reading.me, [])
    # What is new, or can be removed or answered, may be anywhere.
    others = reading.moderates or reading.answers or reading.seen < page.last
    folded = [number for author in reading.muted for number in page.own.get(author, [])]
    differing = range(len(page.rows)) if others else [*own, *folded]
    hidden = len(page.held) if not reading.moderates else 0
    count = len(page.rows) - hidden + (len(page.held.intersection(own)) if hidden else 0)
    return Thread(_with(page, differing, reading) if differing else page.html, count, page.last, page.later)


def _with(page: _Page, differing: Iterable[int], reading: Reading) -> bytes:
    """The page with the rows that this reader sees otherwise."""
    parts = page.parts.copy()
    for number in differing:
        parts[page.places[number]] = _framed(page.rows[number], page.frames[number], page.answered, reading).encode()
    return b"".join(parts)


def _framed(row: tuple[Any, ...], frame: tuple[str, str], answered: set[int], reading: Reading) -> str:
    shown = reading.comment(row, answered=row[0] in answered)
    return f"{frame[0]}{shown}{frame[1]}" if shown else ""


_kept: dict[int, tuple[tuple[Any, ...], _Page]] = {}


def _kept_page(post: int, asked_by: str) -> _Page:
    """The first page, which is nearly always all: made again when the database tells of another state."""
    version = (asked_by, get_language(), *state_of(post))
    kept = _kept.get(post)
    if kept is None or kept[0] != version:
        if len(_kept) >= MOST:
            _kept.clear()
        kept = _kept[post] = version, _page(post, asked_by, ANY_MEMBER, "")
    return kept[1]


def _page(post: int, asked_by: str, alike: int, start: str) -> _Page:
    conversation, _dash, key = start.partition("-")
    rows = _ROWS(post, *((int(conversation), int(key)) if _PLACE.fullmatch(start) else (0, 0)))
    later = f"{rows[PAGE][5] or rows[PAGE][0]}-{rows[PAGE][0]}" if len(rows) > PAGE else ""
    return _made(rows[:PAGE], rows[PAGE:], asked_by, alike, later)


def _without(unseen: Set[int], rows: list[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    """The rows as if `unseen` had taken away what they wrote: a line stays only where somebody else replied to it.

    Nothing of the writers is left in them.
    """
    shown = []
    for row in rows:
        if row[1] not in unseen:
            shown.append(row)
        elif row[5] is None:
            shown.append((row[0], None, "", "", "", None, "", row[7], row[7], None, None, None))
    return shown


def _made(rows: list[tuple[Any, ...]], after: list[tuple[Any, ...]], asked_by: str, alike: int, later: str) -> _Page:
    """`after`: the first of the next page, if there is one."""
    asked, answered = (rows, after), {row[5] for row in [*rows, *after] if row[8] is None and row[9] is None}
    # What was taken away leaves a line where others have replied to it, and nothing where they have not.
    rows = [row for row in rows if row[8] is None or row[0] in answered]
    reading = Reading(alike, asked_by)
    between, places, frames = _laid_out(rows, answered)
    parts = [text.encode() for text in between]
    for row, place, frame in zip(rows, places, frames, strict=True):
        parts[place] = _framed(row, frame, answered, reading).encode()
    own: dict[int | None, list[int]] = {}
    for number, row in enumerate(rows):
        own.setdefault(row[1], []).append(number)
    held = {number for number, row in enumerate(rows) if row[8] is None and row[9] is not None}
    last = max((row[11] or row[0] for row in rows if row[9] is None), default=0)
    return _Page(rows, parts, places, asked, frames, answered, own, held, b"".join(parts), later, last)


def _laid_out(rows: list[tuple[Any, ...]], answered: set[int]) -> tuple[list[str], list[int], list[tuple[str, str]]]:
    """Each first comment with its replies inside it; a page that starts among replies opens without the first.

    Returns what stands between the comments, with an empty place for each; these places; and what stands around each
    comment. What waits is whole in its place, so that nothing is left of it for those who do not see it.
    """
    parts: list[str] = []
    places: list[int] = []
    frames: list[tuple[str, str]] = []
    close, replying = "", False
    for row in rows:
        first, alone = row[5] is None, row[9] is not None and row[0] not in answered
        if first:
            parts.append(close)
            close, replying = "" if alone else "</article>", False
        elif not replying and not alone:
            parts.append('<div class="replies">')
            close, replying = f"</div>{close}", True
        places.append(len(parts))
        parts.append("")
        inside = first or replying
        frames.append(("", "" if first and not alone else "</article>") if inside else _OWN_REPLIES)
    return [*parts, close], places, frames


_OWN_REPLIES = '<div class="replies">', "</article></div>"

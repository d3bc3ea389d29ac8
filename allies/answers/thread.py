"""The conversation under an answer, a page at a time.

Each comment's HTML is stored when it is written: Django's template loop over 100 comments takes 10 ms, a join 0.1.
What all members see alike is kept between requests with a note of the state it shows. The state is asked of the
database at every request, in one query that reads an index and the names of those who wrote: nothing has to remember to
say that a comment, a name or a badge is another one now. Visitors' whole pages are kept in the same way (visitors.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
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
_ROWS = Prepared(
    lambda post, conversation, key: (
        Comment.objects.filter(post=post)
        .in_thread_order()
        .filter(Q(conversation__gt=conversation) | Q(conversation=conversation, id__gte=key))
        .values_list("id", "author_id", *_AUTHOR, "parent_id", "html", "written_at", "taken_away_at")[: PAGE + 1]
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
        .annotate(*map(Max, MOMENTS), Count("taken_away_at"))
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
    own: dict[int | None, list[int]]  # which rows each writer wrote
    html: bytes
    later: str
    last: int


def thread_of(
    post: int, reader: Member | None, *, asked_by: str = "", seen: int | None = None, start: str = ""
) -> Thread:
    """The comments of `post`, from the place `start` on ("conversation-comment"; anything else is the beginning).

    `asked_by`: the pseudonym whose comments are marked as the asker's.
    `seen`: the newest comment that a follower has seen before.
    """
    reading = Reading(reader, asked_by, seen)
    if reader is None or start:
        page = _page(post, asked_by, ANY_MEMBER if reader else VISITOR, start)
    else:
        page = _kept_page(post, asked_by)
    others = reading.moderates or reading.seen < page.last  # what is new, or can be removed, may be anywhere
    differing = range(len(page.rows)) if others else page.own.get(reading.me, [])
    return Thread(_with(page, differing, reading) if differing else page.html, len(page.rows), page.last, page.later)


def _with(page: _Page, differing: Iterable[int], reading: Reading) -> bytes:
    """The page with the rows that this reader sees otherwise."""
    parts = page.parts.copy()
    for number in differing:
        parts[page.places[number]] = reading.comment(page.rows[number]).encode()
    return b"".join(parts)


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
    answered = {row[5] for row in rows if row[8] is None}
    # What was taken away leaves a line where others have replied to it, and nothing where they have not.
    rows = [row for row in rows[:PAGE] if row[8] is None or row[0] in answered]
    texts, places = _laid_out(rows, Reading(alike, asked_by))
    parts = [text.encode() for text in texts]
    own: dict[int | None, list[int]] = {}
    for number, row in enumerate(rows):
        own.setdefault(row[1], []).append(number)
    return _Page(rows, parts, places, own, b"".join(parts), later, max((row[0] for row in rows), default=0))


def _laid_out(rows: list[tuple[Any, ...]], reading: Reading) -> tuple[list[str], list[int]]:
    """Each first comment with its replies inside it; a page that starts among replies opens without the first."""
    parts: list[str] = []
    places: list[int] = []
    close, replying = "", False
    for row in rows:
        if row[5] is None:
            parts.append(close)
            close, replying = "</article>", False
        elif not replying:
            parts.append('<div class="replies">')
            close, replying = f"</div>{close}", True
        places.append(len(parts))
        parts.append(reading.comment(row))
        if row[5] is not None:
            parts.append("</article>")
    return [*parts, close], places

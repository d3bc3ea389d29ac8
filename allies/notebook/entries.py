"""A member's own entries, loaded in one query, with her keys at hand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Count
from django.utils.crypto import salted_hmac
from django.utils.timezone import localdate

from allies.accounts.models import Member
from allies.craft.observing import Observation
from allies.notebook.kinds import KINDS
from allies.notebook.kinds.kind import Kind
from allies.notebook.models import Entry, KindName

A_PAGE = 50
FOUND = 50  # that a search shows
OBSERVED = (KindName.OBSERVATION, KindName.ACTIVITY)
OVER_TIME = (*OBSERVED, KindName.OPENING, KindName.JOURNAL)


def page_of(member: Member, kind: Kind, number: str | None) -> Page:
    """The latest first: by the day that an entry is about, where that is what its member looks for; or as written.

    The day is sealed, so a list by days opens all of them, and `page.paginator.object_list` is the whole of it.
    """
    if kind.by_day:
        return Paginator(sorted(all_of(member, kind.name), key=_when, reverse=True), A_PAGE).get_page(number)
    page = Paginator(Entry.objects.of(member).of_kind(kind.name).newest_first(), A_PAGE).get_page(number)
    page.object_list = _with(member, page.object_list)
    return page


def _when(entry: Entry) -> tuple[date, datetime]:
    return entry.day or localdate(entry.made_at), entry.made_at


def entry_of(member: Member, kind: Kind, key: UUID) -> Entry | None:
    return next(iter(_with(member, Entry.objects.of(member).of_kind(kind.name).filter(pk=key))), None)


def the_one_of(member: Member, kind: Kind) -> Entry | None:
    """The one entry of a kind of which a member has one."""
    return next(iter(_with(member, Entry.objects.of(member).of_kind(kind.name).newest_first()[:1])), None)


def key_of_the_one(member: Member, kind: Kind) -> UUID:
    """The key that it has, or will have: the same on each device, and to be foreseen by nobody else."""
    found: UUID | None = Entry.objects.of(member).of_kind(kind.name).newest_first().values_list("pk", flat=True).first()
    return found or UUID(salted_hmac("notebook.only", f"{kind.name} {member.pk}").hexdigest()[:32])


def counts_of(member: Member) -> Counter[str]:
    """How many of each kind there are."""
    rows = Entry.objects.of(member).order_by().values_list("kind").annotate(Count("id"))
    return Counter(dict(rows))


def all_of(member: Member, *kinds: str) -> list[Entry]:
    """All, or those of some kinds; the newest first."""
    rows = Entry.objects.of(member).newest_first()
    return _with(member, rows.filter(kind__in=kinds) if kinds else rows)


def observations_of(member: Member) -> list[Observation]:
    """All that has a day and a state, the oldest day first: for calendar, charts and patterns."""
    found = (entry.observation() for entry in all_of(member, *OBSERVED))
    return sorted((each for each in found if each), key=lambda each: each.day)


def found_in(member: Member, words: str) -> list[Entry]:
    """The newest that hold all of these words, in what was typed or tapped."""
    wanted = words.casefold().split()
    if not wanted:
        return []
    found = []
    for entry in all_of(member):
        kind = KINDS.get(entry.kind)
        text = kind.read_out(entry.given).casefold() if kind else ""
        if all(word in text for word in wanted):
            found.append(entry)
            if len(found) == FOUND:
                break
    return found


def _with(member: Member, rows: Iterable[Entry]) -> list[Entry]:
    """Whose keys open them is known: not one query for each row."""
    found = list(rows)
    for row in found:
        row.member = member
    return found

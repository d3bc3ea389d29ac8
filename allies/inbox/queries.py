from __future__ import annotations

from collections.abc import Iterable

from django.core.paginator import Page, Paginator
from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.http import Http404
from django.shortcuts import get_object_or_404

from allies.accounts.models import Member
from allies.inbox.models import ContactProfile, Notice
from allies.inbox.stopping import profile_key

ON_A_PAGE = 30


def unread_of_row() -> Coalesce:
    """How much a member has not read, beside the member's own row; through an index of what is unread."""
    rows = Notice.objects.filter(member=OuterRef("pk")).unread().order_by().values("member")
    return Coalesce(Subquery(rows.annotate(count=Count("pk")).values("count")), 0)


def listed(member: Member, number: str | None) -> Page:
    """A page of `member`'s inbox, newest first."""
    return Paginator(Notice.objects.of(member).order_by("-id"), ON_A_PAGE).get_page(number)


def notice_of(member: Member, key: int) -> Notice:
    """One of `member`'s own; a stranger gets 404."""
    return get_object_or_404(Notice.objects.of(member), pk=key)


def unread_keys(member: Member, about: str) -> list[str]:
    """The events about one thing of which `member` has not read."""
    return list(Notice.objects.of(member).unread().filter(about=about).values_list("key", flat=True))


def unread_like(members: Iterable[int], beginning: str) -> list[Notice]:
    """What these have not read of events whose key begins so."""
    return list(Notice.objects.filter(member__in=members, key__startswith=beginning).unread())


def profile_of(member: Member) -> ContactProfile | None:
    return ContactProfile.objects.of(member).first()


def profile_behind(token: str) -> ContactProfile:
    """Whose letters carry the signed address with `token`; 404 when nobody's do."""
    key = profile_key(token)
    if key is None:
        raise Http404
    return get_object_or_404(ContactProfile.objects.all(), pk=key)

"""Which rows of allauth's and of ours belong to a member."""

from __future__ import annotations

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db.models import F, QuerySet
from django.shortcuts import get_object_or_404
from django.utils import timezone

from allies.accounts.models import Apart, Avoided, Member, RecoveryCode
from allies.lib.prepared import Prepared

NOBODY: frozenset[int] = frozenset()


def second_steps(member: Member) -> list[str]:
    """The kinds of second step that are set up: `totp` at most once, `webauthn` for each passkey."""
    return list(Authenticator.objects.filter(user_id=member.pk).values_list("type", flat=True))


def sessions_of(member: Member) -> QuerySet[UserSession]:
    """Where a member is signed in now. Entries whose session has run out are left out."""
    running = Session.objects.filter(expire_date__gt=timezone.now()).values("session_key")
    return UserSession.objects.filter(user=member, session_key__in=running).order_by("-last_seen_at")


def codes_left(member: Member) -> int:
    return RecoveryCode.objects.filter(member=member, used_at=None).count()


def avoided_by(member: Member) -> list[Avoided]:
    """Whom `member` named, newest first."""
    rows = list(Avoided.objects.of(member).order_by("-at", "pk"))
    for row in rows:
        row.member = member  # her keys are read once for all
    return rows


def avoided_of(member: Member, key: object) -> Avoided:
    """One of `member`'s own; a stranger gets 404."""
    row: Avoided = get_object_or_404(Avoided.objects.of(member), pk=key)
    return row


_UNSEEN = Prepared(lambda member: Apart.objects.unseen_by(member).values_list("other").distinct(), int)


def unseen_by(reader: Member | None) -> frozenset[int]:
    """The keys of the members whose words `reader` is not shown. No query for who has nobody to be kept from."""
    if reader is None or reader.has_apart is False:
        return NOBODY
    known = reader.__dict__.get("_unseen")
    if known is None:
        known = frozenset(key for (key,) in _UNSEEN(reader.pk))
        if reader.has_apart:  # told for this request, and so is what is kept with it
            reader.__dict__["_unseen"] = known
    return known


def set_apart_by_staff(reader: Member) -> QuerySet[Apart]:
    """One row for each pair. None that has to do with the reader: not even staff learn who is kept from them."""
    rows = Apart.objects.set_by_staff().filter(member__lt=F("other")).exclude(member=reader).exclude(other=reader)
    hidden = Apart.objects.of(reader).values("other")
    rows = rows.exclude(member__in=hidden).exclude(other__in=hidden)
    return rows.select_related("member", "other", "set_by").order_by("-pk")


def set_apart_at(reader: Member, key: int) -> Apart:
    return get_object_or_404(set_apart_by_staff(reader), pk=key)

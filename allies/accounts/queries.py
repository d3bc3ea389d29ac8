"""Which rows of allauth's and of ours belong to a member."""

from __future__ import annotations

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db.models import QuerySet
from django.utils import timezone

from allies.accounts.models import Member, RecoveryCode


def second_steps(member: Member) -> list[str]:
    """The kinds of second step that are set up: `totp` at most once, `webauthn` for each passkey."""
    return list(Authenticator.objects.filter(user_id=member.pk).values_list("type", flat=True))


def sessions_of(member: Member) -> QuerySet[UserSession]:
    """Where a member is signed in now. Entries whose session has run out are left out."""
    running = Session.objects.filter(expire_date__gt=timezone.now()).values("session_key")
    return UserSession.objects.filter(user=member, session_key__in=running).order_by("-last_seen_at")


def codes_left(member: Member) -> int:
    return RecoveryCode.objects.filter(member=member, used_at=None).count()

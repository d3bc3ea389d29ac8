"""What members do to their own membership: each a whole, in one transaction."""

from __future__ import annotations

from datetime import datetime

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from allauth.usersessions.models import UserSession
from django.contrib.auth import logout, update_session_auth_hash
from django.contrib.sessions.models import Session
from django.db import transaction
from django.http import HttpRequest
from django.utils import timezone

from allies.accounts import pseudonym as names
from allies.accounts import recovery_codes
from allies.accounts.models import Consent, Member, RecoveryCode
from allies.accounts.terms import TERMS


@transaction.atomic
def join(pseudonym: str, passphrase: str, *, email: str = "") -> tuple[Member, list[str]]:
    """A new member, what they agreed to, and their codes: the only time anybody sees these."""
    member = Member.objects.create_member(pseudonym, passphrase, email=email)
    Consent.objects.bulk_create(Consent(member=member, document=term.key, version=term.version) for term in TERMS)
    return member, make_recovery_codes(member)


@transaction.atomic
def make_recovery_codes(member: Member) -> list[str]:
    """A new set; the old one dies."""
    member.recovery_codes.all().delete()
    codes = recovery_codes.make()
    RecoveryCode.objects.bulk_create(RecoveryCode(member=member, digest=recovery_codes.stored(code)) for code in codes)
    return codes


@transaction.atomic
def recover(pseudonym: str, code: str, passphrase: str, *, lost_second_factor: bool = False) -> Member | None:
    """Spend a code on a new passphrase. None when name and code do not belong together: nothing tells which was wrong.

    One statement finds and spends the code, so that two at once cannot both use it, and so that an unknown name takes
    as long as a wrong code.
    """
    digests = recovery_codes.possible(code)
    now = timezone.now()
    fitting = {"member__key": names.key(pseudonym), "member__is_active": True, "digest__in": digests, "used_at": None}
    if not RecoveryCode.objects.filter(**fitting).update(used_at=now):
        return None
    member = Member.objects.get(recovery_codes__digest__in=digests, recovery_codes__used_at=now)
    member.set_password(passphrase)
    member.save(update_fields=["password"])
    if lost_second_factor and not member.needs_second_factor:
        Authenticator.objects.filter(user=member).delete()
    end_all_sessions(member)
    return member


def change_passphrase(request: HttpRequest, passphrase: str) -> None:
    """This session goes on under a new key; all others end."""
    member, before = request.user, request.session.session_key
    with transaction.atomic():
        member.set_password(passphrase)
        member.save(update_fields=["password"])
        update_session_auth_hash(request, member)
        UserSession.objects.filter(session_key=before).update(session_key=request.session.session_key)
        end_all_sessions(member, but=request.session.session_key)


@transaction.atomic
def end_all_sessions(member: Member, *, but: str | None = None) -> int:
    rows = UserSession.objects.filter(user=member).exclude(session_key=but)
    keys = list(rows.values_list("session_key", flat=True))
    Session.objects.filter(session_key__in=keys).delete()
    rows.delete()
    return len(keys)


def end_session(request: HttpRequest) -> None:
    """Sign out here and now: the session's row, its entry in the list, and everything it held."""
    if key := request.session.session_key:
        UserSession.objects.filter(session_key=key).delete()
    logout(request)


@transaction.atomic
def forget_ended_sessions(now: datetime) -> int:
    """Remove sessions that have run out, with the words and the device's description they held. Returns how many."""
    ended, _rows = Session.objects.filter(expire_date__lt=now).delete()
    UserSession.objects.exclude(session_key__in=Session.objects.values("session_key")).delete()
    return ended


@transaction.atomic
def reset_second_factor(member: Member) -> int:
    """Remove authenticator app and passkeys, and end every session. Returns how many were removed."""
    removed, _rows = Authenticator.objects.filter(user=member).delete()
    end_all_sessions(member)
    return removed


def give_second_factor(member: Member, secret: str | None = None) -> str:
    """An authenticator app's secret without the app: for the demo's staff, whose codes `allies demo-code` prints."""
    secret = secret or generate_totp_secret()
    TOTP.activate(member, secret)
    return secret

"""The PIN of a member's notes: short, so it is guarded by few tries, a slow digest, and a key outside the database."""

from __future__ import annotations

import hmac

from django.contrib.auth.hashers import check_password, make_password
from django.db import transaction
from django.db.models import F

from allies.accounts.keys import Key, keys_for
from allies.accounts.models import Member, NotesLock
from allies.accounts.models.notes_lock import After
from allies.accounts.owned import OwnedQuerySet

SHORTEST, LONGEST = 4, 8  # digits
MOST = 5  # wrong tries, then the passphrase or a passkey
_UP, _DOWN = "0123456789", "9876543210"


def is_plain(pin: str) -> bool:
    """Whether it is among the first that anybody tries: one digit again and again, or a row of them."""
    return len(set(pin)) == 1 or pin in _UP or pin in _DOWN


@transaction.atomic
def set_lock(member: Member, after: int, pin: str = "") -> None:
    """`pin`: a new one; empty leaves what there is."""
    lock, _made = NotesLock.objects.get_or_create(member=member)
    lock.after = after
    if pin:
        lock.pin, lock.tries = _stored(keys_for("notes PIN")[0], member, pin), 0
    lock.save()
    _tidy(member)


@transaction.atomic
def remove_pin(member: Member) -> None:
    NotesLock.objects.of(member).update(pin="", tries=0)
    _tidy(member)


def lock_of(member: Member) -> NotesLock | None:
    found: NotesLock | None = NotesLock.objects.of(member).first()
    return found


def takes_pin(member: Member) -> bool:
    return _usable(member).exists()


def try_pin(member: Member, typed: str) -> bool:
    """Count the try before looking, so that many at once are no more than MOST."""
    if not _usable(member).update(tries=F("tries") + 1):
        return False
    stored = NotesLock.objects.of(member).values_list("pin", flat=True).get()
    for key in keys_for("notes PIN"):
        if stored.startswith(f"{key.name}.") and check_password(
            _mixed(key, member, typed), stored[len(key.name) + 1 :]
        ):
            begin_anew(member)
            return True
    return False


def begin_anew(member: Member) -> None:
    """She showed who she is: wrong tries before do not count."""
    NotesLock.objects.of(member).exclude(tries=0).update(tries=0)


def spend(member: Member) -> None:
    NotesLock.objects.of(member).update(tries=MOST)


def _usable(member: Member) -> OwnedQuerySet:
    return NotesLock.objects.of(member).filter(tries__lt=MOST).exclude(pin="")


def _tidy(member: Member) -> None:
    NotesLock.objects.of(member).filter(after=After.NEVER, pin="").delete()


def _stored(key: Key, member: Member, pin: str) -> str:
    return f"{key.name}.{make_password(_mixed(key, member, pin))}"


def _mixed(key: Key, member: Member, pin: str) -> str:
    return hmac.new(key.value, f"{member.pk}:{pin}".encode(), "sha256").hexdigest()

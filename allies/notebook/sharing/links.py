"""Lending a page by an address that ends. The secret in the address is also the key: the site alone cannot open it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection
from datetime import datetime, timedelta
from secrets import token_urlsafe
from typing import Any
from uuid import UUID

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.db import transaction
from django.db.models import F
from django.utils.timezone import localdate

from allies.accounts.models import Member
from allies.lib.sealed import Sealed, UnreadableError, seal, unseal
from allies.notebook.models import Share
from allies.notebook.sharing.offer import Offer

FORMAT = 1  # of the sealed page
BYTES = 32  # of the secret
RUNNING = 20  # pages that one member lends at once
LONGEST = timedelta(days=14)
Page = dict[str, Any]


class TooManyError(Exception):
    """As many pages are lent already as one member may lend."""


def new_secret() -> str:
    return token_urlsafe(BYTES)


def page_of(offer: Offer, out: Collection[str], *, name: str = "", note: str = "") -> Page:
    """Exactly what is read: in plain values, as it is shown, printed and sealed."""
    sections = []
    for section in offer.sections:
        items = [{"head": item.head, "rows": rows} for item in section.items if (rows := item.without(out))]
        if items:
            sections.append({"title": section.title, "items": items})
    days = {"made": localdate(), "first": offer.wanted.first, "last": offer.wanted.last}
    words = {"name": name, "note": note, "sections": sections}
    return {"format": FORMAT, **words, **{each: day.isoformat() for each, day in days.items()}}


@transaction.atomic
def lend(
    page: Page, secret: str, *, by: Member, label: str, ends_at: datetime, opens: int | None, now: datetime
) -> Share:
    """The same form twice is one address: the first page stays. Raises TooManyError."""
    known: Share | None = Share.objects.of(by).filter(digest=_digest(secret)).first()
    if known is not None:
        return known
    if Share.objects.of(by).running(now).count() >= RUNNING:
        raise TooManyError
    share = Share(member=by, digest=_digest(secret), label=label, ends_at=min(ends_at, now + LONGEST), left=opens)
    share.page = seal(json.dumps(page), 0, _key(secret), _place(share.pk)).raw
    share.save(force_insert=True)
    return share


def is_lent(secret: str, now: datetime) -> bool:
    return Share.objects.running(now).filter(digest=_digest(secret)).exists()


def open_page(secret: str, now: datetime) -> Page | None:
    """The page, counted as opened once more; None when it has ended, was taken back or never was: all alike."""
    rows = Share.objects.running(now).filter(digest=_digest(secret))
    if not rows.update(opened=F("opened") + 1, left=F("left") - 1):
        return None
    share: Share | None = Share.objects.filter(digest=_digest(secret)).first()
    if share is None:
        return None
    try:
        page: Page = json.loads(unseal(Sealed(bytes(share.page)), _key(secret), _place(share.pk)))
    except UnreadableError:
        return None
    return page


def lent_by(member: Member, now: datetime) -> list[Share]:
    """What can be opened now; the newest first."""
    rows = list(Share.objects.of(member).running(now).defer("page").order_by("-made_at", "-id"))
    for row in rows:
        row.member = member
    return rows


def take_back(key: UUID, *, by: Member) -> None:
    """At once, and for good: row, page and address. Twice is once."""
    Share.objects.of(by).filter(pk=key).delete()


def forget_ended(now: datetime) -> int:
    done, _rows = Share.objects.ended(now).delete()
    return done


def _derived(secret: str, purpose: str) -> bytes:
    """The secret is random and long enough: it needs no slow derivation, only one for each purpose."""
    info = f"allies shared page {purpose}".encode()
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=info).derive(secret.encode())


def _key(secret: str) -> bytes:
    return _derived(secret, "key")


def _digest(secret: str) -> str:
    return hashlib.sha256(_derived(secret, "name")).hexdigest()


def _place(key: UUID) -> str:
    return f"shared page:{key}"

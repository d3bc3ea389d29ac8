"""A closed account's door: whoever gave the right passphrase may, for half an hour, read why and appeal; no more."""

from __future__ import annotations

import time

from django.http import HttpRequest

from allies.accounts.models import Member

_KEY = "closed_account"
_FOR = 30 * 60  # seconds


def remember_closed(request: HttpRequest, member: Member) -> None:
    request.session[_KEY] = {"member": member.pk, "until": int(time.time()) + _FOR}


def closed_member(request: HttpRequest) -> Member | None:
    """The member whose closed account this visitor has shown to be theirs, while it is closed and the time lasts."""
    kept = request.session.get(_KEY)
    if not kept or kept["until"] < time.time():
        return None
    return Member.objects.filter(pk=kept["member"], is_active=False).first()

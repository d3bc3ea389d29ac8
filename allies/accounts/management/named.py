from __future__ import annotations

from django.core.management.base import CommandError

from allies.accounts.models import Member


def member_named(pseudonym: str) -> Member:
    member = Member.objects.named(pseudonym).first()
    if member is None:
        raise CommandError(f"Nobody here is called “{pseudonym}”.")
    return member

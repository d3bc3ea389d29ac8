"""Members who want letters, and what they are told of."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from allies.accounts.models import Member
from allies.inbox.actions import tell
from allies.inbox.models import Channel, ContactProfile, Kind, Letter, Rhythm

NOON = datetime(2026, 3, 10, 12, tzinfo=UTC)  # a Tuesday


def wants_letters(member: Member, **wishes: Any) -> ContactProfile:
    """At any hour, for each thing, unless `wishes` say otherwise."""
    member.use_email(f"{member.pseudonym}@example.org")
    given = {"opens": 0, "closes": 0, "zone": "UTC", "rhythm": Rhythm.IMMEDIATE, "channel": Channel.EMAIL, **wishes}
    profile: ContactProfile = ContactProfile.objects.create(member=member, **given)
    return profile


def told(member: Member, key: str = "comment:1") -> None:
    tell(member, Kind.REPLY, "/answers/", key=key)


def letters(member: Member) -> list[Letter]:
    return list(Letter.objects.of(member).order_by("due_at"))

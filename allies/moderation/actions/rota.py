from __future__ import annotations

from datetime import datetime

from django.db import transaction

from allies.accounts.models import Member
from allies.audit.actions import record
from allies.moderation.models import Shift
from allies.moderation.models.roles import LEADING


def may_change(shift: Shift, member: Member) -> bool:
    return member.role in LEADING or shift.member_id == member.pk


def _when(shift: Shift) -> str:
    """Whose it is, by key, and from when to when: once it is removed, the log alone knows."""
    start, end = (f"{each:%Y-%m-%d %H:%M %Z}" for each in (shift.starts_at, shift.ends_at))
    return f"accounts.member:{shift.member_id}, {start} to {end}{', every week' if shift.weekly else ''}."


@transaction.atomic
def add_shift(member: Member, starts_at: datetime, ends_at: datetime, *, weekly: bool, by: Member) -> Shift:
    shift = Shift(member=member, starts_at=starts_at, ends_at=ends_at, weekly=weekly)
    if not may_change(shift, by):
        raise PermissionError("others' shifts are kept by editors and operators")
    shift.save()
    record("shift-added", shift, by=by, reason=_when(shift))
    return shift


@transaction.atomic
def remove_shift(shift: Shift, *, by: Member) -> None:
    if not may_change(shift, by):
        raise PermissionError("others' shifts are kept by editors and operators")
    record("shift-removed", shift, by=by, reason=_when(shift))
    shift.delete()

"""Keeping two members apart as staff. The log says who and when, never why: reasons are the members' own."""

from __future__ import annotations

from django.db import transaction

from allies.accounts import apart
from allies.accounts.models import Apart, Member
from allies.audit.actions import record


@transaction.atomic
def set_apart(one: Member, other: Member, *, by: Member) -> None:
    apart.set_apart(one, other, by=by)
    record("apart-set", _pair(one.pk, other.pk), by=by)


@transaction.atomic
def end_apart(row: Apart, *, by: Member) -> None:
    record("apart-ended", _pair(row.member_id, row.other_id), by=by)
    apart.end_apart(row)


def _pair(*keys: int) -> str:
    return "accounts.member:{}+{}".format(*sorted(keys))

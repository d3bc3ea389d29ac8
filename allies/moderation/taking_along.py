"""What this room adds when a member takes her records out, or leaves."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db.models import Q
from django.utils.timezone import now
from django.utils.translation import gettext

from allies.accounts.models import Member
from allies.moderation.models import Alert, Appeal, Measure, Shift


def measures_of(member: Member) -> Iterator[dict[str, Any]]:
    """What was decided about her, without who did."""
    for row in Measure.objects.about(member).decided():
        words = {"id": row.pk, "kind": row.kind, "reason": row.reason, "comment": row.comment_id}
        yield words | {name: getattr(row, name) for name in ("at", "until", "lifted_at", "seen_at")}


def shifts_of(member: Member) -> Iterator[dict[str, Any]]:
    for row in Shift.objects.filter(member=member).order_by("pk"):
        yield {"starts_at": row.starts_at, "ends_at": row.ends_at, "weekly": row.weekly}


def in_the_way(member: Member) -> Iterator[str]:
    if Alert.objects.open().filter(owner=member).exists():
        yield gettext("You took an alert that is still open. Close it first, or let somebody else take it.")
    if Appeal.objects.filter(claimed_by=member, decision="").exists():
        yield gettext("You are looking at an appeal. Decide it first, or leave it to somebody else.")
    if Shift.objects.filter(Q(weekly=True) | Q(ends_at__gt=now()), member=member).exists():
        yield gettext("You are on the rota. Take yourself off it, so that nobody counts on you.")

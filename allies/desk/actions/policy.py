from __future__ import annotations

from typing import Any

from django.db import transaction

from allies.accounts.models import Member
from allies.audit.actions import record
from allies.moderation.models import Policy


@transaction.atomic
def change_policy(values: dict[str, Any], *, by: Member) -> list[str]:
    """Screen by `values` from now on. Returns what changed, as the log says it."""
    policy = Policy.objects.select_for_update().first() or Policy()
    changes = []
    for name, value in values.items():
        before = getattr(policy, name)
        if before != value:
            changes.append(f"{name}: {before} → {value}")
            setattr(policy, name, value)
    if changes:
        policy.save()
        record("policy-changed", policy, by=by, reason="; ".join(changes))
    return changes

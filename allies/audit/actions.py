from __future__ import annotations

from django.db.models import Model

from allies.accounts.models import Member
from allies.audit.models import Entry


def record(verb: str, target: Model | str, *, by: Member | None, reason: str = "") -> Entry:
    """Write down that `by` did `verb` to `target`, in the caller's transaction. Never holds what a member wrote."""
    name = target if isinstance(target, str) else f"{target._meta.label_lower}:{target.pk}"
    return Entry.objects.create(by=by, verb=verb, target=name, reason=reason)

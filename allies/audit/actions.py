from __future__ import annotations

from django.db.models import Model

from allies.accounts.models import Member
from allies.audit.models import Entry


def record(verb: str, target: Model | str, *, by: Member | None, reason: str = "") -> Entry:
    """Write down that `by` did `verb` to `target`, in the caller's transaction. Never holds what a member wrote."""
    return Entry.objects.create(by=by, verb=verb, target=_name(target), reason=reason)


def _name(target: Model | str) -> str:
    return target if isinstance(target, str) else f"{target._meta.label_lower}:{target.pk}"


def record_without_who(verb: str) -> Entry:
    """That it happened at all: an account was erased, records were taken out."""
    return record(verb, "an account", by=None)


def forget(member: Member) -> None:
    """What was done about `member` stays in the log, without her number and without the words about her."""
    Entry.objects.filter(target=_name(member)).update(target="an account", reason="")

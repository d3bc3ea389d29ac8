from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils.timezone import now

from allies.accounts.models import Member
from allies.audit.actions import record
from allies.moderation.models import OwnTerm


@transaction.atomic
def keep_term(term: OwnTerm, values: dict[str, Any], *, by: Member) -> OwnTerm:
    """Add a term, or change one. What is changed no longer counts until it was tried again and set live."""
    verb = "term-changed" if term.pk else "term-added"
    for name, value in values.items():
        setattr(term, name, value)
    term.live_at = None
    term.added_by = term.added_by or by
    term.save()
    record(verb, term, by=by, reason=term.phrase)
    return term


@transaction.atomic
def set_live(term: OwnTerm, *, by: Member) -> None:
    term.live_at = now()
    term.save(update_fields=["live_at"])
    record("term-live", term, by=by, reason=term.phrase)


@transaction.atomic
def take_down(term: OwnTerm, *, by: Member) -> None:
    term.live_at = None
    term.save(update_fields=["live_at"])
    record("term-taken-down", term, by=by, reason=term.phrase)


@transaction.atomic
def delete_term(term: OwnTerm, *, by: Member) -> None:
    record("term-deleted", term, by=by, reason=term.phrase)
    term.delete()

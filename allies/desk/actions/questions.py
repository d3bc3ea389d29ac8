from __future__ import annotations

from typing import Any

from django.db import transaction

from allies.accounts.models import Member
from allies.answers.models import AskPolicy, StockParagraph
from allies.audit.actions import record


@transaction.atomic
def change_ask_policy(values: dict[str, Any], *, by: Member) -> list[str]:
    """Answer by `values` from now on. Returns what changed, as the log says it."""
    policy = AskPolicy.objects.select_for_update().first() or AskPolicy()
    new = {name: value for name, value in values.items() if getattr(policy, name) != value}
    changes = [f"{name}: {getattr(policy, name)} → {value}" for name, value in new.items()]
    if changes:
        for name, value in new.items():
            setattr(policy, name, value)
        policy.save()
        record("ask-policy-changed", policy, by=by, reason="; ".join(changes))
    return changes


@transaction.atomic
def keep_paragraph(paragraph: StockParagraph, title: str, text: str, *, by: Member) -> StockParagraph:
    """Add a stock paragraph, or change one that is there."""
    verb = "paragraph-changed" if paragraph.pk else "paragraph-added"
    paragraph.title, paragraph.text, paragraph.by = title, text, by
    paragraph.save()
    record(verb, paragraph, by=by, reason=f"“{paragraph.title}”")
    return paragraph


@transaction.atomic
def delete_paragraph(paragraph: StockParagraph, *, by: Member) -> None:
    record("paragraph-deleted", paragraph, by=by, reason=f"“{paragraph.title}”")
    paragraph.delete()

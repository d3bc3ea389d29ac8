from __future__ import annotations

from django.db import transaction

from allies.accounts.models import Member
from allies.audit.actions import record
from allies.moderation.models import StockReply


@transaction.atomic
def keep_reply(reply: StockReply, title: str, kind: str, text: str, *, by: Member) -> StockReply:
    """Add a stock reply, or change one that is there."""
    verb = "reply-changed" if reply.pk else "reply-added"
    reply.title, reply.kind, reply.text = title, kind, text
    reply.save()
    record(verb, reply, by=by, reason=f"“{reply.title}”")
    return reply


@transaction.atomic
def delete_reply(reply: StockReply, *, by: Member) -> None:
    record("reply-deleted", reply, by=by, reason=f"“{reply.title}”")
    reply.delete()

from __future__ import annotations

from django.db import transaction

from allies.accounts.models import Member
from allies.answers.reviewing import restore
from allies.moderation import actions
from allies.moderation.models import Alert, Appeal, Decision


def may_decide(appeal: Appeal, member: Member) -> bool:
    """Never who took the measure or confirmed it, nor who asks."""
    return member.pk not in {appeal.measure.by_id, appeal.measure.confirmed_by_id, appeal.member_id}


@transaction.atomic
def decide(appeal: Appeal, decision: str, answer: str, *, by: Member) -> None:
    """Answer the member; what is lifted is put back. PermissionError for whoever has not claimed it."""
    if appeal.claimed_by_id != by.pk:
        raise PermissionError("an appeal is decided by whoever has claimed it")
    actions.decide_appeal(appeal, decision, answer, by=by)
    if decision == Decision.LIFTED:
        restore(appeal.measure)
    for alert in Alert.objects.open().filter(appeal=appeal, owner=by):  # the member hears from its owner by this
        actions.note_response(alert, by=by)

"""Asking somebody else to look again, once for each measure."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.db.models import Q
from django.utils.timezone import now

from allies.accounts.models import Member
from allies.audit.actions import record
from allies.lib.urgent_help import is_urgent, keys_of
from allies.moderation.actions.alerts import raise_alert
from allies.moderation.actions.measures import lift
from allies.moderation.models import Appeal, Decision, Measure, MeasureKind, Policy
from allies.moderation.models.cases import CLAIM_LASTS
from allies.moderation.models.roles import MODERATING
from allies.moderation.words import findings


@transaction.atomic
def appeal(measure: Measure, words: str, *, by: Member) -> Appeal:
    """`by` asks for another look at what was done about them. Asked twice, the first one stands."""
    proposed = measure.kind == MeasureKind.CLOSED and measure.confirmed_at is None
    if measure.member_id != by.pk or proposed:
        raise PermissionError("a member appeals about what was done about themself")
    made, is_new = Appeal.objects.get_or_create(measure=measure, defaults={"member": by, "words": words})
    if is_new:
        record("appeal-made", measure, by=by, reason="Asked for another look, in words of their own.")
        _call_for_help(made)
    return made


def _call_for_help(appeal: Appeal) -> None:
    """Danger that is told in an appeal does not wait for its turn."""
    found = findings(appeal.words, by=appeal.member)
    keys = keys_of(found)
    if keys and Policy.current().alert_on_crisis:
        raise_alert(None, keys, is_urgent(found), at=now(), appeal=appeal)


def _may_decide(appeal: Appeal, by: Member) -> None:
    """Somebody else: neither who took the measure, nor who confirmed it, nor who it is about."""
    involved = {appeal.member_id, appeal.measure.by_id, appeal.measure.confirmed_by_id}
    if by.role not in MODERATING or by.pk in involved:
        raise PermissionError("an appeal is decided by somebody who had no part in it")


@transaction.atomic
def claim_appeal(appeal: Appeal, *, by: Member, at: datetime) -> bool:
    """Hold the appeal while reading it. False when somebody else does, or it is decided."""
    _may_decide(appeal, by)
    free = Q(claimed_by=None) | Q(claimed_by=by) | Q(claimed_at__lt=at - CLAIM_LASTS)
    claimed = Appeal.objects.filter(free, pk=appeal.pk, decision="").update(claimed_by=by, claimed_at=at)
    if claimed and appeal.claimed_by_id != by.pk:
        record("appeal-claimed", appeal.measure, by=by, reason="Took it to look at.")
    appeal.refresh_from_db()
    return bool(claimed)


@transaction.atomic
def decide_appeal(appeal: Appeal, decision: str, answer: str, *, by: Member) -> None:
    """Decide, once. When it is lifted, `answers.reviewing.restore` brings the comment back, in the same transaction."""
    _may_decide(appeal, by)
    at = now()
    done = {"decision": Decision(decision), "answer": answer, "decided_by": by, "decided_at": at}
    free = Q(claimed_by=None) | Q(claimed_by=by) | Q(claimed_at__lt=at - CLAIM_LASTS)
    if not Appeal.objects.filter(free, pk=appeal.pk, decision="").update(**done):
        raise PermissionError("an appeal is decided once, by whoever has claimed it")
    if decision == Decision.LIFTED:
        lift(appeal.measure, by=by, at=at)
    record(f"appeal-{decision}", appeal.measure, by=by, reason=answer)
    appeal.refresh_from_db()

"""Calling whoever is on duty, and what they do then."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils.timezone import now

from allies.accounts.models import Member
from allies.audit.actions import record
from allies.moderation.mailing import send_due
from allies.moderation.models import Alert, Appeal, Policy
from allies.moderation.models.roles import ANSWERING, MODERATING


@transaction.atomic
def raise_alert(
    comment: Any, keys: Iterable[str], urgent: bool, *, at: datetime, appeal: Appeal | None = None, question: Any = None
) -> Alert:
    """Somebody may be in danger. An alert that is open about this comment takes in what is new.

    `appeal`, `question`: where it was told, if not in a comment, which then is None.

    Those on duty are written to once this is certain to be kept; what cannot be sent is tried again by the sweep.
    """
    keys = list(keys)
    about = {"comment_id": comment.pk if comment else None, "appeal": appeal, "question": question}
    alert = Alert.objects.open().select_for_update().filter(**about).first()
    if alert is None:
        alert = Alert.objects.create(**about, keys=keys, urgent=urgent, raised_at=at)
    else:
        alert.keys = [*alert.keys, *(key for key in keys if key not in alert.keys)]
        alert.urgent = alert.urgent or urgent
        alert.save(update_fields=["keys", "urgent"])
    transaction.on_commit(lambda: send_due(now()), robust=True)
    return alert


def question_taken(question: Any, *, by: Member) -> None:
    """Whoever takes a question has its alert; the clock of who is silent begins anew."""
    Alert.objects.about_question(question).update(owner=by, owned_at=now())


def question_released(question: Any) -> None:
    """Nobody has it: those who are to be called are called again."""
    Alert.objects.about_question(question).update(owner=None, owned_at=None, mailed_at=None)


def question_answered(question: Any, *, by: Member) -> None:
    """Its asker has heard from the team, which is all that the alert was for."""
    at = now()
    Alert.objects.about_question(question).update(owner=by, responded_at=at, closed_at=at, closed_by=by)


@transaction.atomic
def take_alert(alert: Alert, *, by: Member) -> bool:
    """Be the one who answers it. False when somebody else is, or it is done with."""
    at = now()
    if not Alert.objects.open().filter(pk=alert.pk, owner=None).update(owner=by, owned_at=at):
        return Alert.objects.open().filter(pk=alert.pk, owner=by).exists()
    alert.owner, alert.owned_at = by, at
    record("alert-taken", alert, by=by, reason="Took it to answer.")
    return True


@transaction.atomic
def take_over(alert: Alert, *, by: Member) -> bool:
    """Answer in the place of an owner who has not done so in time. False when somebody else was quicker, or they did.

    One statement decides: whoever takes it over starts its clock anew, so that a second one finds nothing to take.
    """
    at, former, minutes = now(), alert.owner_id, Policy.current().escalate_after
    late = Alert.objects.unanswered_since(at - timedelta(minutes=minutes))
    if former == by.pk or not late.filter(pk=alert.pk, owner=former).update(owner=by, owned_at=at, taken_from=former):
        return False
    record("alert-taken-over", alert, by=by, reason=f"Not answered in {minutes} minutes. {_from_to(former, by)}")
    alert.refresh_from_db()
    return True


def _from_to(former: int | None, to: Member) -> str:
    """By key: the log outlives pseudonyms."""
    return f"From accounts.member:{former} to accounts.member:{to.pk}."


@transaction.atomic
def note_response(alert: Alert, *, by: Member) -> None:
    """The member has been answered: the first time counts."""
    if Alert.objects.open().filter(pk=alert.pk, owner=by, responded_at=None).update(responded_at=now()):
        record("alert-answered", alert, by=by, reason="The member has heard from somebody.")
    alert.refresh_from_db(fields=["responded_at"])


@transaction.atomic
def close_alert(alert: Alert, note: str, *, by: Member) -> None:
    """Done with. `note`: what was done, which stays with the alert. PermissionError for whoever does not own it."""
    done = {"closed_at": now(), "closed_by": by, "note": note}
    if not Alert.objects.open().filter(pk=alert.pk, owner=by).update(**done):
        raise PermissionError("an alert is closed by whoever took it")
    record("alert-closed", alert, by=by, reason="Closed, with a note.")  # which stays with the alert
    alert.refresh_from_db()


@transaction.atomic
def escalate_due(now: datetime) -> list[Alert]:
    """Mark what nobody took or answered in time, or nobody has any more. Returns what was marked just now."""
    _free_of_who_left()
    minutes = Policy.current().escalate_after
    due = Alert.objects.to_escalate(now - timedelta(minutes=minutes))
    found = list(due.select_for_update())
    for alert in found:
        alert.escalated_at, alert.escalation_mailed_at = now, None
        alert.save(update_fields=["escalated_at", "escalation_mailed_at"])
        did = "answered" if alert.owner_id else "took"
        record("alert-escalated", alert, by=None, reason=f"Nobody {did} it in {minutes} minutes.")
    return found


def _free_of_who_left() -> None:
    """An alert is not in good hands with somebody who can no longer open the desk: those on duty are called again."""
    left = Q(question=None) & ~Q(owner__role__in=MODERATING) | Q(owner__is_active=False)
    left |= Q(question__isnull=False) & ~Q(owner__role__in=ANSWERING)
    for alert in Alert.objects.open().filter(left, owner__isnull=False):
        theirs = Alert.objects.open().filter(pk=alert.pk, owner=alert.owner_id)
        if theirs.update(owner=None, owned_at=None, mailed_at=None):
            record("alert-freed", alert, by=None, reason="Whoever took it has left the team.")

"""Who is written to when an alert waits. Sent after the commit; what could not be sent is swept by `allies run-due`.

A letter says that something waits and nothing else: no name, no kind, no address of the site. Two that were sent where
one would do are better than one that was lost, so a row counts as done only when a letter has gone out.
"""

from __future__ import annotations

from datetime import datetime

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from allies.accounts.models import Apart, Member
from allies.lib import mail
from allies.moderation import duty
from allies.moderation.models import Alert


def send_due(now: datetime) -> int:
    """Write to those on duty about alerts nobody took, and to everybody about those not taken or answered in time.

    Returns how many letters went out. Safe to call at any time, from the sweep and after a commit.
    """
    if not mail.is_set_up():
        return 0
    free = Alert.objects.open().filter(owner=None)
    called = _tell(free.filter(mailed_at=None), "mailed_at", now)
    return called + _tell(Alert.objects.to_call_everybody(), "escalation_mailed_at", now)


def _tell(alerts: QuerySet[Alert], column: str, now: datetime) -> int:
    """One letter to each person, however many alerts wait."""
    waiting = list(alerts.values_list("pk", flat=True))
    if not waiting:
        return 0
    questions = alerts.filter(pk__in=waiting, question__isnull=False)
    others = alerts.filter(pk__in=waiting, question=None)
    people = [] if len(questions) == len(waiting) else duty.moderating()
    if people and column == "mailed_at":
        people = _called(others, now)
    people += _called_for_questions(questions, now)
    sent = mail.send_each(
        addresses(people), _("A note is waiting"), _("Something is waiting for you. Sign in to see it.")
    )
    if sent:
        Alert.objects.filter(pk__in=waiting, **{column: None}).update(**{column: now})
    return sent


def _called_for_questions(alerts: QuerySet[Alert], now: datetime) -> list[Member]:
    """Those who may read it: never its asker, or whom she must not meet."""
    found = []
    for asker in alerts.values_list("question__member", flat=True):
        closed = {asker, *Apart.objects.filter(member=asker).values_list("other", flat=True)}
        people = [person for person in duty.answering(now) if person.pk not in closed]
        found += people or [person for person in duty.leading() if person.pk not in closed]
    return found


def _called(alerts: QuerySet[Alert], now: datetime) -> list[Member]:
    """Those on duty; with editors and operators when one of the alerts is not for any of those on duty to see."""
    people = duty.to_call(now)
    for told in alerts.values_list("comment__author", "appeal__member"):
        writers = [key for key in told if key is not None]
        closed = {*writers, *Apart.objects.filter(member__in=writers).values_list("other", flat=True)}
        if closed.issuperset(person.pk for person in people):
            more = [person for person in duty.leading() if person.pk not in closed]
            people += [person for person in more if person not in people]
    return people


def addresses(people: list[Member]) -> list[str]:
    return sorted({person.email for person in people if person.email})

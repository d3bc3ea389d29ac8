"""A quotation read by somebody who neither wrote nor owns it: the short list, and what follows from it."""

from __future__ import annotations

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from allies.accounts.models import Member, Role
from allies.answers.models import AnswerPage, Question, SecondReading
from allies.answers.shown import around, candidate
from allies.audit.actions import record

READING = {Role.SECOND_READER, Role.EDITOR}  # operators see no questions


@dataclass(frozen=True, slots=True)
class Ticks:
    safety: bool
    language: bool
    identity: bool

    @property
    def whole(self) -> bool:
        return self.safety and self.language and self.identity


def objection(question: Question, reader: Member) -> str:
    """Why `reader` may not decide now; empty when they may."""
    found, page = candidate(question), AnswerPage.objects.get(quoted_in__question=question)
    if found is None or found[1] is None:
        return _("The asker has not agreed to this version.")
    state, revision = page.current_workflow_state, page.get_latest_revision()
    if state is None or revision is None:
        return _("The page has not been submitted to a second reader yet.")
    if found[1].seen != around(revision.as_object()):
        return _("The headline, the summary or who can read it has changed since the asker agreed. Ask again.")
    involved = {question.owner_id, question.member_id, found[0].by_id, page.author_id, page.owner_id}
    involved |= {revision.user_id, state.requested_by_id}
    if reader.role not in READING or reader.pk in involved:
        return _("Somebody who neither wrote this nor has the question reads it.")
    return ""


@transaction.atomic
def approve(question: Question, ticks: Ticks, *, by: Member) -> None:
    """The whole list holds: the page goes live, or will at its time. Raises PermissionError, or PermissionDenied."""
    if not ticks.whole:
        raise PermissionError("each point of the list is looked at")
    _read(question, ticks, "", by=by, approved=True)
    _decide(question, "approve", by)


@transaction.atomic
def send_back(question: Question, ticks: Ticks, note: str, *, by: Member) -> None:
    """With a note for its writer, which stays sealed: the page's history says only where it stands."""
    _read(question, ticks, note, by=by, approved=False)
    _decide(question, "reject", by)


def _read(question: Question, ticks: Ticks, note: str, *, by: Member, approved: bool) -> None:
    Question.objects.select_for_update(of=("self",)).get(pk=question.pk)
    if why := objection(question, by):
        raise PermissionDenied(why)
    found = candidate(question)
    assert found
    SecondReading.objects.create(
        question=question,
        quotation=found[0],
        member=question.member,
        by=by,
        text=note,
        approved=approved,
        safety=ticks.safety,
        language=ticks.language,
        identity=ticks.identity,
    )
    record("quotation-approved" if approved else "quotation-returned", found[0], by=by)


def _decide(question: Question, act: str, by: Member) -> None:
    state = AnswerPage.objects.get(quoted_in__question=question).current_workflow_task_state
    words = "" if act == "approve" else _("The note stands with the question at the desk.")
    state.task.specific.on_action(state, by, act, comment=words)

"""What the team does with members' questions: each verb whole, in one transaction, and in the log without a word of it.

Whoever changes a question holds its row first (`_held`), then what belongs to it, so that nobody waits in a circle.
PermissionError for who may not; nobody of the team handles a question of their own.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, cast

from django.db import transaction
from django.utils.timezone import now

from allies.accounts.models import Member, Role
from allies.answers.models import AskPolicy, Look, Message, Note, Question
from allies.answers.models.at_questions import LOOK_LASTS
from allies.answers.models.questions import ANSWERING, QuestionQuerySet
from allies.answers.telling import read_at_desk, tell_asker, tell_new_owner
from allies.audit.actions import record
from allies.inbox.models import Kind
from allies.moderation.actions import question_answered, question_released, question_taken

A_MOMENT = timedelta(minutes=1)


class Overtaken(Exception):  # noqa: N818 - an answer to the writer, not a fault
    """A message came that the writer had not seen, so nothing was sent."""


@transaction.atomic
def claim(question: Question, *, by: Member) -> bool:
    """Be the one who answers. Of many at once one statement lets one; False for the others, and when it is closed."""
    _check(question, by)
    if not Question.objects.new().filter(pk=question.pk).update(owner=by, claimed_at=now()):
        return Question.objects.owned_by(by).filter(pk=question.pk).exists()
    question_taken(question.pk, by=by)
    record("question-claimed", question, by=by, reason="Took it to answer.")
    return True


@transaction.atomic
def release(question: Question, *, by: Member) -> None:
    """Leave it to somebody else. The time by which it is due stays."""
    _own(question, by)
    Question.objects.filter(pk=question.pk).update(owner=None, claimed_at=None)
    question_released(question.pk)
    record("question-released", question, by=by, reason="Left it for somebody else.")


@transaction.atomic
def hand_over(question: Question, to: Member, *, by: Member) -> None:
    """Its owner gives it to somebody of the team; an editor may, whoever has it."""
    _check(question, by)
    _check(question, to)
    held = _held(question)
    if by.role != Role.EDITOR and held.owner_id != by.pk:
        raise PermissionError("a question is handed over by whoever has it, or by an editor")
    if held.owner_id != to.pk:
        Question.objects.filter(pk=held.pk).update(owner=to, claimed_at=now())
        question_taken(held.pk, by=to)
        record("question-handed-over", question, by=by, reason=f"To accounts.member:{to.pk}.")
        if to.pk != by.pk:
            tell_new_owner(held, to)


def late_owners(at: datetime) -> QuestionQuerySet:
    """Questions that are due, and whose owner has had the time of an urgent one to answer since taking it."""
    grace = timedelta(hours=AskPolicy.current().urgent_hours)
    return Question.objects.due_before(at).filter(owner__isnull=False, claimed_at__lt=at - grace)


@transaction.atomic
def take_over(question: Question, *, by: Member) -> bool:
    """Answer in the place of an owner who is late. False when they answered, or somebody else was quicker.

    One statement decides: whoever takes it over has time of their own, so that a second one finds nothing to take.
    """
    _check(question, by)
    at, former = now(), question.owner_id
    theirs = late_owners(at).filter(pk=question.pk, owner=former)
    if former == by.pk or not theirs.update(owner=by, claimed_at=at):
        return False
    question_taken(question.pk, by=by)
    record("question-taken-over", question, by=by, reason=f"It was late. From accounts.member:{former}.")
    return True


@transaction.atomic
def note(question: Question, text: str, *, by: Member) -> Note:
    """For the team alone. Sealed under the asker's key, as all about a question is."""
    _check(question, by)
    made: Note = Note.objects.create(member=question.member, question=question, by=by, text=text)
    record("question-noted", question, by=by)
    return made


@transaction.atomic
def keep_reply(question: Question, text: str, *, by: Member) -> Message | None:
    """The words of a reply to come, one draft for each of the team. Without any, nothing is kept."""
    _check(question, by)
    held = _held(question)
    drafts = Message.objects.filter(question=held, by=by, sent_at=None)
    if not text.strip():
        drafts.delete()
        return None
    draft: Any = drafts.first() or Message(member=question.member, question=held, by=by)
    draft.text = text
    draft.save()
    return cast("Message", draft)


@transaction.atomic
def reply(question: Question, text: str, *, by: Member, seen: str) -> Message:
    """Send it to the asker, whose turn it is from now on. Only the owner does, while the question is open.

    `seen`: the key of the newest message that its writer saw, or nothing. Raises Overtaken when there is a newer one,
    unless that is this very reply: a button pressed twice.
    """
    held, at = _own(question, by), now()
    newest = Message.objects.filter(question=held).exclude(sent_at=None).order_by("-sent_at", "-pk").first()
    if newest and str(newest.pk) != seen:
        if newest.by_id == by.pk and newest.sent_at > at - A_MOMENT and newest.text == text:
            return newest
        raise Overtaken
    message = keep_reply(held, text, by=by)
    if message is None:
        raise ValueError("a reply needs words")
    message.sent_at = at
    message.save(update_fields=["sent_at"])
    answered = held.answered_at or at
    Question.objects.filter(pk=held.pk).update(answered_at=answered, waiting_since=at)
    question_answered(held.pk, by=by)
    record("question-answered", question, by=by)
    tell_asker(held, Kind.QUESTION_MESSAGE, f"message:{message.pk}")
    return message


@transaction.atomic
def close(question: Question, *, by: Member) -> None:
    """Done with, once its asker was answered. It opens again when she writes."""
    held = _own(question, by)
    if held.answered_at is None:
        raise PermissionError("a question is closed once its asker was answered")
    Question.objects.filter(pk=held.pk).update(closed_at=now())
    record("question-closed", question, by=by)


def look(question: Question, *, by: Member) -> None:
    """Say to the others that `by` has its page open. What is older than that counts for is let go."""
    read_at_desk(by, question)
    at = now()
    Look.objects.filter(question=question, at__lt=at - LOOK_LASTS).delete()
    if not Look.objects.filter(question=question, by=by).update(at=at):
        Look.objects.bulk_create([Look(question=question, by=by, began_at=at, at=at)], ignore_conflicts=True)


def _check(question: Question, by: Member) -> None:
    if by.role not in ANSWERING or not by.is_active or by.pk == question.member_id:
        raise PermissionError("questions are for who answers them, and never one's own")


def _held(question: Question) -> Question:
    """The row as it is now, open, which nobody else changes until the transaction around this ends."""
    held: Question | None = Question.objects.open().select_for_update().filter(pk=question.pk).first()
    if held is None:
        raise PermissionError("the question is closed")
    held.member = question.member  # whose keys are known already
    return held


def _own(question: Question, by: Member) -> Question:
    _check(question, by)
    held = _held(question)
    if held.owner_id != by.pk:
        raise PermissionError("a question is answered by whoever took it")
    return held

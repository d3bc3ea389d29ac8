"""What a member does with questions of her own: each a whole, in one transaction. Nothing of their words is logged."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.timezone import get_default_timezone, now

from allies.accounts.models import Member
from allies.answers.models import Comment, Invitation, Message, Question
from allies.answers.models.ask_policy import AskPolicy
from allies.answers.telling import ABOUT_INVITATIONS, about_at_desk, tell_owner
from allies.audit.actions import record
from allies.inbox.actions import tell, withdraw_about
from allies.inbox.models import Kind
from allies.moderation.actions import raise_alert
from allies.moderation.models import Policy
from allies.moderation.words import findings

PARTS = ("situation", "tried", "hope")
FIELDS = (*PARTS, "about", "may_share")


class GoneError(Exception):
    """It was sent, closed or taken back a moment ago, in another window."""


def draft_of(member: Member) -> Question | None:
    found: Question | None = Question.objects.of(member).drafts().first()
    return found


def keep_draft(given: Mapping[str, Any], *, by: Member) -> Question | None:
    """The one question that `by` has begun; without any words there is none."""
    if not any(str(given[part]).strip() for part in PARTS):
        Question.objects.of(by).drafts().delete()
        return None
    try:
        with transaction.atomic():
            return _kept(given, by)
    except IntegrityError:  # two windows, in the same moment, began it
        with transaction.atomic():
            return _kept(given, by)


def _kept(given: Mapping[str, Any], by: Member) -> Question:
    draft: Question = Question.objects.of(by).drafts().select_for_update().first() or Question(member=by)
    for name in FIELDS:
        setattr(draft, name, given[name])
    draft.save()
    return draft


@transaction.atomic
def send(draft: Question, *, by: Member) -> Question:
    """To the team. Sent twice, it is there once."""
    question: Question | None = Question.objects.of(by).select_for_update().filter(pk=draft.pk).first()
    if question is None:
        raise GoneError
    if question.sent_at is None:
        question.sent_at = now()
        question.urgent = in_danger("\n\n".join(getattr(question, part) for part in PARTS), by=by)
        question.due_at = due(question.sent_at, question.urgent)
        question.save(update_fields=["sent_at", "urgent", "due_at"])
        record("question-sent", question, by=by)
        if question.urgent:
            call(question)
    return question


def keep_message(question: Question, text: str, *, by: Member) -> None:
    """What `by` has begun to add to a question of hers."""
    Message.objects.of(by).filter(question=question, by=by, sent_at=None).delete()
    if text.strip():
        Message.objects.bulk_create(
            [Message(member=by, question=question, by=by, text=text, changed_at=now())], ignore_conflicts=True
        )


@transaction.atomic
def write(question: Question, text: str, *, by: Member) -> Message:
    """More to the team. It is their turn again, also where the question was closed."""
    locked = _locked(question, by)
    message: Message = Message.objects.create(member=by, question=locked, by=by, text=text, sent_at=now())
    Message.objects.of(by).filter(question=locked, by=by, sent_at=None).delete()
    urgent = in_danger(text, by=by)
    if locked.waiting_since or locked.closed_at or (urgent and not locked.urgent):
        locked.due_at = due(message.sent_at, urgent or locked.urgent)
        tell_owner(locked, message)
    locked.urgent = urgent or locked.urgent
    if urgent:
        call(locked)
    locked.waiting_since = locked.closed_at = None
    locked.save(update_fields=["urgent", "due_at", "waiting_since", "closed_at"])
    return message


@transaction.atomic
def choose_sharing(question: Question, may_share: bool, *, by: Member) -> None:
    locked = _locked(question, by)
    if locked.may_share != may_share:
        locked.may_share = may_share
        locked.save(update_fields=["may_share"])
        record("question-may-be-shared" if may_share else "question-private", locked, by=by)


@transaction.atomic
def close(question: Question, *, by: Member) -> None:
    """Its asker has what she needs."""
    locked = _locked(question, by)
    locked.closed_at = locked.closed_at or now()
    locked.save(update_fields=["closed_at"])
    record("question-closed", locked, by=by)


@transaction.atomic
def take_back(question: Question, *, by: Member) -> None:
    """Nothing of it stays: words, letters and notes."""
    locked = _locked(question, by)
    record("question-taken-back", locked, by=by)
    withdraw_about(about_at_desk(locked))
    locked.delete()


@transaction.atomic
def invite(comment: Comment, *, by: Member) -> bool:
    """Ask a comment's writer whether the team may answer it privately. Asked once: False when that was done before."""
    _invitation, made = Invitation.objects.get_or_create(comment=comment, defaults={"member": comment.author, "by": by})
    if made:
        record("comment-invited", comment, by=by)
        tell(comment.author, Kind.INVITATION, "/ask/", key=f"invitation:{comment.pk}", about=ABOUT_INVITATIONS)
    return made


@transaction.atomic
def accept(invitation: Invitation, *, by: Member) -> Question:
    """The comment's words become a draft of hers, to which she may add; what she had begun stays before them."""
    waiting = Invitation.objects.of(by).select_for_update().filter(pk=invitation.pk, answered_at=None)
    if not waiting.update(answered_at=now(), accepted=True):
        raise GoneError
    draft = Question.objects.of(by).drafts().select_for_update().first() or Question(
        member=by, situation="", tried="", hope="", about=""
    )
    draft.situation = "\n\n".join(filter(None, (draft.situation, invitation.comment.text)))
    draft.comment = invitation.comment
    draft.save()
    return draft


def decline(invitation: Invitation, *, by: Member) -> None:
    Invitation.objects.of(by).filter(pk=invitation.pk, answered_at=None).update(answered_at=now())


def _locked(question: Question, by: Member) -> Question:
    locked: Question | None = Question.objects.of(by).sent().select_for_update().filter(pk=question.pk).first()
    if locked is None:
        raise GoneError
    return locked


def due(moment: datetime, urgent: bool) -> datetime:
    return AskPolicy.current().due(moment, urgent, get_default_timezone())


def in_danger(text: str, *, by: Member) -> bool:
    return any(each.kind == "crisis" for each in findings(text, by=by))


def call(question: Question) -> None:
    """Whoever is on duty, as for a comment; without the kind of danger, which is found anew whenever somebody reads."""
    if Policy.current().alert_on_crisis:
        raise_alert(None, [], True, at=now(), question=question)

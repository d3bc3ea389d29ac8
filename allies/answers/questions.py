"""Which questions, letters and answers a member finds when she asks the team."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404

from allies.accounts.models import Member, Role
from allies.accounts.queries import unseen_by
from allies.answers.models import AnswerEdition, Comment, FollowUp, Invitation, Message, Question, Quotation
from allies.answers.models.questions import ANSWERING
from allies.lib.suggestions import Suggestion, fitting

SHOWN = 100  # of one member's questions


def question_of(member: Member, key: UUID) -> Question:
    """A question that `member` has sent, and whether an answer or a follow-up waits for her; 404 for a stranger's."""
    rows = Question.objects.of(member).sent().select_related("owner")
    waits = {"proposed": Exists(_of(Quotation.objects.asked())), "followed": Exists(_of(FollowUp.objects.all()))}
    question: Question = get_object_or_404(rows.annotate(**waits), pk=key)
    question.member = member  # whose key is known already
    return question


def _of(rows: QuerySet[Any]) -> QuerySet[Any]:
    return rows.filter(question=OuterRef("pk"))


def questions_of(member: Member) -> list[Question]:
    """What `member` has sent, newest first."""
    found = list(Question.objects.of(member).sent().select_related("owner").order_by("-sent_at")[:SHOWN])
    for question in found:
        question.member = member
    return found


def thread_of(question: Question) -> list[Message]:
    """All letters that were sent, oldest first."""
    found = list(
        Message.objects.filter(question=question).exclude(sent_at=None).order_by("sent_at").select_related("by")
    )
    for message in found:
        message.member = question.member
    return found


def message_draft(question: Question, member: Member) -> Message | None:
    found: Message | None = Message.objects.of(member).filter(question=question, by=member, sent_at=None).first()
    return found


def invitations_to(member: Member) -> list[Invitation]:
    """Those that wait for `member`, to comments that are still there."""
    waiting = Invitation.objects.of(member).filter(answered_at=None, comment__taken_away_at=None)
    return list(waiting.select_related("comment").order_by("made_at"))


def invitation_to(member: Member, key: int) -> Invitation:
    invitation: Invitation = get_object_or_404(Invitation.objects.of(member).select_related("comment"), pk=key)
    return invitation


def comment_to_invite(staff: Member, key: int) -> Comment:
    """A member's comment that the team could answer privately; 404 for others, and of whom `staff` must not meet."""
    if staff.role not in ANSWERING:
        raise Http404
    shown = Comment.objects.shown().filter(author__role=Role.MEMBER, author__is_active=True)
    shown = shown.exclude(author__in=unseen_by(staff))
    comment: Comment = get_object_or_404(shown.select_related("author", "post__edition"), pk=key)
    return comment


def suggested(words: list[str], member: Any) -> list[Suggestion]:
    rows = fitting(AnswerEdition.objects.visible_to(member).newest_first(), words)
    return [Suggestion(each.title, each.summary, each.address, "answer") for each in rows]

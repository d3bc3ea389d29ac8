"""Which questions, letters and answers a member finds when she asks the team."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.shortcuts import get_object_or_404

from allies.accounts.models import Member
from allies.answers.models import AnswerEdition, Message, Question
from allies.lib.suggestions import Suggestion, fitting

SHOWN = 100  # of one member's questions


def question_of(member: Member, key: UUID) -> Question:
    """A question that `member` has sent; 404 for a stranger's."""
    question: Question = get_object_or_404(Question.objects.of(member).sent().select_related("owner"), pk=key)
    question.member = member  # whose key is known already
    return question


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


def suggested(words: list[str], member: Any) -> list[Suggestion]:
    rows = fitting(AnswerEdition.objects.newest_first(), words)
    return [Suggestion(each.title, each.summary, each.address, "answer") for each in rows]

"""What the desk's pages show of a question on its way to the site."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.http import Http404
from django.shortcuts import get_object_or_404

from allies.accounts.models import Member
from allies.answers import quoting, second_readings
from allies.answers.details import Choices
from allies.answers.models import FollowUp, Question, Quotation
from allies.answers.publishing import answer_edition
from allies.answers.shown import candidate, decision, objection, reading, told_elsewhere
from allies.desk.asked import question_for
from allies.desk.marking import Piece


def shareable(reader: Member, key: UUID) -> Question:
    """A question whose asker lets it be shown once she has agreed; 404 for any other, and as at the desk's own page."""
    question = question_for(reader, key)
    if not question.may_share:
        raise Http404
    return question


def begun(reader: Member, key: UUID) -> Question:
    """The same, with a page that answers it."""
    question = shareable(reader, key)
    get_object_or_404(Quotation.objects.filter(question=question)[:1])
    return question


def pieces(choices: Choices) -> Iterator[Piece]:
    """The asker’s words in order, cut where something was marked."""
    at = 0
    for made in choices.made:
        yield Piece(choices.source[at : made.detail.start])
        yield Piece(choices.source[made.detail.start : made.detail.end], made.detail.kind)
        at = made.detail.end
    yield Piece(choices.source[at:])


def writing_context(question: Question, quotation: Quotation) -> dict[str, Any]:
    page = quoting.page_of(question)
    return {
        "question": question,
        "quotation": quotation,
        "page": page,
        "decision": decision(quotation),
        "reading": reading(quotation),
        "objection": objection(page),
        "told": told_elsewhere(page, quotation),
        "pieces": pieces(Choices.loaded(quotation.choices)),
    }


def reading_context(question: Question, reader: Member) -> dict[str, Any]:
    page, found = quoting.page_of(question), candidate(question)
    quotation = found[0] if found else quoting.newest(question)
    assert quotation
    named = bool(found and found[1] and found[1].named)
    return {
        "question": question,
        "quotation": quotation,
        "answer": answer_edition(page, quoting.preview(quotation, named=named)),
        "objection": second_readings.objection(question, reader),
        "told": told_elsewhere(page, quotation),
        "left": [each for each in Choices.loaded(quotation.choices).made if each.words is None],
        "pieces": pieces(Choices.loaded(quotation.choices)),
        "happened": FollowUp.objects.filter(question=question, may_show=True, read_at=None).answered().first(),
    }

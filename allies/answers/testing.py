"""Answers and comments for the tests."""

from __future__ import annotations

import itertools
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.utils import timezone
from wagtail.models import Locale, Page

from allies.accounts.models import Member
from allies.answers.actions import post_comment
from allies.answers.models import AnswerEdition, AnswerPage, AnswersIndex, Comment, Question
from allies.answers.publishing import answers_index
from allies.moderation.models import Policy

_numbers = itertools.count(1)
QUOTED, ANSWERED = "He came in without a call.", "Step back now and stay kind."


def make_answers() -> AnswersIndex:
    """The answers' index; with the pages above it where a test that was emptied afterwards left none."""
    Locale.objects.get_or_create(language_code=settings.LANGUAGE_CODE)
    root = Page.get_first_root_node() or Page.add_root(instance=Page(title="Root", slug="root"))
    return AnswersIndex.objects.first() or answers_index(root)


def make_answer(
    *, author: Member, topics: Any = (), pointers: Any = (), related: Any = (), **fields: Any
) -> AnswerPage:
    """A published answer, newer than those before it: HarborLight asks, `author` answers."""
    number = next(_numbers)
    body = [("text", f"<p>{ANSWERED}</p>"), *(("pointer", page) for page in pointers)]
    given = {
        "code": f"test/{number}",
        "title": f"Question {number}",
        "slug": f"question-{number}",
        "summary": f"In short {number}.",
        "asked_by": "HarborLight",
        "asked": QUOTED,
        "public": False,
        "date": timezone.now() - timedelta(days=100) + timedelta(seconds=number),
        "body": body,
        "related": [("answer", page) for page in related],
        **fields,
    }
    page = AnswerPage(author=author, live=False, **given)
    page.topics = list(topics)
    make_answers().add_child(instance=page)
    page.save_revision().publish()
    return AnswerPage.objects.get(pk=page.pk)


def edition(page: AnswerPage) -> AnswerEdition:
    return AnswerEdition.objects.get(page=page)


def make_comment(page: AnswerPage, by: Member, text: str = "", **more: Any) -> Comment:
    """A comment as its writer posts it; without a text, one that nobody wrote before."""
    return post_comment(edition(page), text or f"Words number {next(_numbers)}.", by=by, **more)


def make_many(page: AnswerPage, by: Member, count: int, parent: Comment | None = None) -> list[Comment]:
    """Comments in bulk, for pages that are long: written a day ago, one second apart."""
    begun = timezone.now() - timedelta(days=1)
    html = '<time></time></a></p><div class="words"><p>many</p></div>'
    rows = [
        Comment(
            post=page, author=by, parent=parent, text="many", html=html, written_at=begun + timedelta(seconds=number)
        )
        for number in range(count)
    ]
    return Comment.objects.bulk_create(rows)


def make_everyone_known(**rules: Any) -> None:
    """Nobody is a newcomer here: what members post goes live, unless the words check or `rules` say otherwise."""
    Policy.objects.create(newcomer_comments=0, **rules)


WORDS = "He left a coin on the kitchen window."


def make_question(member: Member, situation: str = WORDS, *, sent: bool = False, **fields: Any) -> Question:
    """A question of `member`: a draft, or `sent` now and due in a day."""
    now = timezone.now()
    if sent:
        fields = {"sent_at": now, "due_at": now + timedelta(days=1), **fields}
    given = {"situation": situation, "tried": "", "hope": "", "about": "", **fields}
    question: Question = Question.objects.create(member=member, **given)
    return question

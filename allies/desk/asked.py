"""Members' questions as the desk loads them: never one's own, each row with the asker's keys."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Case, Count, F, Q, QuerySet, When
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_lazy as _

from allies.accounts.models import Apart, Member
from allies.answers.answering import late_owners
from allies.answers.models import AskPolicy, Look, Message, Note, Question, StockParagraph
from allies.answers.models.at_questions import LOOK_LASTS
from allies.answers.models.questions import ANSWERING, QuestionQuerySet

ON_A_PAGE = 20
TABS = {
    "new": _("New"),
    "mine": _("Mine"),
    "soon": _("Due soon"),
    "late": _("Late"),
    "asker": _("Waiting for the asker"),
    "open": _("All open"),
    "closed": _("Closed"),
}
_WITH_TEAM = Q(waiting_since=None)
# As the team works them off: its own turn first, the urgent among them, what is due soonest.
_ORDER = (Case(When(waiting_since=None, then=0), default=1), "-urgent", "due_at", "pk")


def tabs(reader: Member, now: datetime) -> dict[str, Q]:
    """What each tab holds, among open questions."""
    soon = now + timedelta(hours=AskPolicy.current().soon_hours)
    return {
        "new": Q(owner=None),
        "mine": Q(owner=reader),
        "soon": _WITH_TEAM & Q(due_at__gte=now, due_at__lt=soon),
        "late": _WITH_TEAM & Q(due_at__lt=now),
        "asker": Q(waiting_since__isnull=False),
        "open": Q(),
    }


def _open(reader: Member) -> QuestionQuerySet:
    return _seen_by(reader, Question.objects.open())


def _seen_by(reader: Member, questions: QuestionQuerySet) -> QuestionQuerySet:
    """Without one's own, and those of members whom the reader must not meet."""
    others = questions.exclude(member=reader)
    if reader.has_apart is False:
        return others
    return others.exclude(member__in=Apart.objects.of(reader).values("other"))


def counted(reader: Member, held: dict[str, Q]) -> dict[str, int]:
    """How many each tab holds: one query."""
    counts: dict[str, int] = _open(reader).aggregate(**{name: Count("pk", filter=rule) for name, rule in held.items()})
    return counts


def listed(reader: Member, rule: Q, count: int, number: str | None) -> Page:
    """One page of a tab that holds `count` questions, with what its rows show: the first words, and whose they are."""
    pages = Paginator(_open(reader).filter(rule).order_by(*_ORDER).values("pk"), ON_A_PAGE)
    pages.count = count
    page = pages.get_page(number)
    page.object_list = _shown(page, _ORDER)
    return page


def closed(reader: Member, number: str | None) -> Page:
    """One page of what is done with, the latest first."""
    order = ("-closed_at", "pk")
    rows = _seen_by(reader, Question.objects.closed())
    page = Paginator(rows.order_by(*order).values("pk"), ON_A_PAGE).get_page(number)
    page.object_list = _shown(page, order)
    return page


def _shown(page: Page, order: Iterable[Any]) -> list[Question]:
    """By their keys: sorted with all their words, ten thousand rows would take ten times as long."""
    rows = Question.objects.filter(pk__in=page.object_list).order_by(*order).select_related("member", "owner")
    return list(rows.defer("tried", "hope", "about").prefetch_related("member__data_keys"))


def question_for(reader: Member, key: UUID) -> Question:
    """A question that was sent, open or closed; 404 for drafts, for whoever asks it and whom she must not meet."""
    sent = _seen_by(reader, Question.objects.sent()).select_related("member", "owner")
    return get_object_or_404(sent.prefetch_related("member__data_keys"), pk=key)


def thread(question: Question) -> list[Message]:
    """The letters between asker and team, the oldest first."""
    rows = Message.objects.filter(question=question).exclude(sent_at=None).select_related("by")
    return _with_keys(question, rows.order_by("sent_at", "pk"))


def drafts(question: Question) -> list[Message]:
    """Replies that the team has begun, never what the asker has."""
    begun = Message.objects.filter(question=question, sent_at=None).exclude(by=question.member)
    return _with_keys(question, begun.select_related("by").order_by("changed_at"))


def notes(question: Question) -> list[Note]:
    return _with_keys(question, Note.objects.filter(question=question).select_related("by").order_by("made_at"))


def earlier(question: Question, most: int = 10) -> list[Question]:
    """What else its asker has sent, the newest first."""
    others = Question.objects.of(question.member).sent().exclude(pk=question.pk)
    return _with_keys(question, others.defer("tried", "hope", "about").order_by("-sent_at")[:most])


def _with_keys(question: Question, rows: QuerySet[Any]) -> list[Any]:
    """All that belongs to a question is sealed under its asker's keys, which are at hand."""
    found = list(rows)
    for row in found:
        row.member = question.member
    return found


def lookers(question: Question, reader: Member, now: datetime) -> list[Look]:
    """Who else has its page open."""
    looks = Look.objects.filter(question=question, at__gte=now - LOOK_LASTS).exclude(by=reader)
    return list(looks.select_related("by").order_by("began_at"))


def may_take_over(question: Question, reader: Member, now: datetime) -> bool:
    return question.owner_id not in {None, reader.pk} and late_owners(now).filter(pk=question.pk).exists()


def team(question: Question, reader: Member) -> QuerySet[Member]:
    """To whom `reader` may hand it over."""
    people = Member.objects.filter(role__in=ANSWERING, is_active=True).order_by(F("key"))
    people = people.exclude(pk__in=Apart.objects.of(question.member).values("other"))
    return people.exclude(pk__in=[each for each in (question.owner_id, question.member_id) if each])


def ask_policy() -> AskPolicy:
    return AskPolicy.current()


def paragraphs() -> QuerySet[StockParagraph]:
    return StockParagraph.objects.all()


def paragraph_at(key: int) -> StockParagraph:
    return get_object_or_404(StockParagraph, pk=key)

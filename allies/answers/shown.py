"""What of a question is shown with its answer, and why it may not be yet.

A page that answers a question never holds the asker's words or name. They stand sealed in a `Quotation`, and go into
the edition that readers see when it is written: only those of a version its asker agreed to and a second reader
approved. So no revision, draft, copy or index of the page has anything to forget.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from django.utils.html import strip_tags
from django.utils.translation import gettext as _

from allies.accounts.models import Member
from allies.answers.details import Choices
from allies.answers.models import AnswerPage, Consent, FollowUp, Question, Quotation, QuotedIn, SecondReading

SHORTEST = 3  # characters of a detail that is looked for in the rest of the page


class NotClearedError(PermissionDenied):
    """The page is not published: its asker has not agreed to what would be shown, or nobody has read it twice."""


class ChangedError(Exception):
    """Something else is there now than what the asker saw when she decided. Nothing was done."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What an edition shows of the question. No `name`: she is a member."""

    text: str
    name: str = ""
    follow_up: FollowUp | None = None


def question_of(member: Member, key: UUID) -> Question:
    """What `member` asked; a stranger gets 404."""
    found: Question = get_object_or_404(Question.objects.of(member).sent().select_related("member"), pk=key)
    return found


def proposed_to(question: Question, version: int | None = None) -> Any:
    """The newest version its asker was shown, or None. `version`: that one; ChangedError when there is no such."""
    rows = Quotation.objects.filter(question=question).asked().newest_first().select_related("member", "question")
    if version is None:
        return rows.first()
    found = rows.filter(version=version).first()
    if found is None:
        raise ChangedError
    return found


def decision(quotation: Quotation) -> Consent | None:
    return quotation.consents.order_by("-decided_at").first()


def reading(quotation: Quotation) -> SecondReading | None:
    return quotation.readings.order_by("-read_at").first()


def candidate(question: Question) -> tuple[Quotation, Consent | None] | None:
    """The version that would be published: the newest she has seen and not refused, with her consent if she gave it."""
    for quotation in Quotation.objects.filter(question=question).asked().newest_first():
        agreed = decision(quotation)
        if agreed is None or agreed.given:
            return quotation, agreed
    return None


def shown_in(page: AnswerPage) -> Shown | None:
    """None: the page answers no question of a member, or nothing of it may be shown."""
    link = link_of(page)
    if link is None:
        return None
    for quotation in (
        Quotation.objects.filter(question=link.question_id).asked().newest_first().select_related("member")
    ):
        agreed, read = decision(quotation), reading(quotation)
        if agreed and agreed.given and read and read.approved:
            happened = FollowUp.objects.filter(question=link.question_id).shown().first()
            return Shown(quotation.text, quotation.member.pseudonym if agreed.named else "", happened)
    return None


def link_of(page: AnswerPage) -> QuotedIn | None:
    links = QuotedIn.objects.select_related("question__member")
    return links.filter(page=page.pk).first() if page.pk else None


def around(page: AnswerPage) -> str:
    """Digest of what tells of her question around her own words: headline, summary, and who can read it."""
    told = json.dumps([page.title, page.summary, page.public])
    return hashlib.sha256(told.encode()).hexdigest()


def objection(page: AnswerPage) -> str:
    """Why `page`, as it is, may not be published; empty when it may, and for pages that answer no member's question."""
    link = link_of(page)
    if link is None:
        return ""
    found = candidate(link.question)
    if found is None:
        return _("The asker has not agreed to anything that could be shown.")
    quotation, agreed = found
    if agreed is None:
        return _("The asker has not answered yet whether this may be shown.")
    if agreed.seen != around(page):
        return _("The headline, the summary or who can read it has changed since the asker agreed. Ask again.")
    read = reading(quotation)
    if read is None or not read.approved:
        return _("A second reader has not approved the quotation yet.")
    if told_elsewhere(page, quotation):
        return _("The page says something that was to be left out of the quotation.")
    return ""


def told_elsewhere(page: AnswerPage, quotation: Quotation) -> list[str]:
    """Details hidden in the quotation that the headline, the address, the summary or the answer still tells."""
    text = "\n".join(
        [page.title, page.summary, page.slug.replace("-", " "), *plain(page.body.get_prep_value())]
    ).casefold()
    hidden = {each.casefold() for each in Choices.loaded(quotation.choices).hidden() if len(each) >= SHORTEST}
    return sorted(each for each in hidden if re.search(rf"(?<!\w){re.escape(each)}(?!\w)", text))


def plain(value: Any) -> Iterator[str]:
    """All texts in a stored body, without their tags."""
    if isinstance(value, str):
        yield unescape(strip_tags(value))
    elif isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from plain(each)

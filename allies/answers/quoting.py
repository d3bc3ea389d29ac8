"""From a private question to what is shown of it: staff propose, the asker decides, and may take it back.

Each function is one act in one transaction, written down without words. The question's row is taken first, so that two
at once wait for each other. PermissionError: not this person, or not now.
"""

from __future__ import annotations

import json
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.timezone import now
from django.utils.translation import gettext as _

from allies.accounts.models import Member, Role
from allies.answers.address import first_slug
from allies.answers.details import Choices, first_choices
from allies.answers.models import AnswerPage, AnswersIndex, Consent, Question, Quotation, QuotedIn
from allies.answers.shown import ChangedError, Shown, around, decision
from allies.answers.telling import tell_asker
from allies.answers.withdrawing import take_down, take_out_of, unschedule
from allies.audit.actions import record
from allies.inbox.models import Kind

WRITING = {Role.WRITER, Role.EDITOR}
KEPT_APART = "—"  # stands in the page where the asker's words and name would; no reader ever sees it
LONGEST = 12_000  # characters that are shown of a question


def words_of(question: Question) -> str:
    """What the asker wrote, in one piece."""
    parts = (question.situation, question.tried, question.hope)
    return "\n\n".join(part.strip() for part in parts if part and part.strip())


def newest(question: Question) -> Quotation | None:
    return Quotation.objects.filter(question=question).newest_first().first()


def state_of(quotation: Quotation) -> str:
    """Which version it is, and a stamp for each choice in it: what a form holds of the state it was made from."""
    return json.dumps([quotation.version, Choices.loaded(quotation.choices).stamps()])


@transaction.atomic
def begin(question: Question, *, by: Member) -> Quotation:
    """A draft page for the answer, and a first version of what could be shown. Called again, what is there already."""
    question = _held(question)
    _check_writer(question, by)
    if there := newest(question):
        return there
    page = AnswerPage(
        title=_("An answer"),
        slug=first_slug(),
        asked=KEPT_APART,
        asked_by=KEPT_APART,
        live=False,
        author=by,
        owner=by,
    )
    AnswersIndex.objects.get().add_child(instance=page)
    QuotedIn.objects.create(question=question, page=page)
    page.save_revision(user=by, clean=False)
    quotation = _version(question, first_choices(words_of(question)), by=by)
    record("quotation-begun", question, by=by)
    return quotation


@transaction.atomic
def choose(question: Question, choices: Choices, *, by: Member, seen: str) -> Quotation:
    """Keep what was chosen for each detail: in the version at hand, or in a new one when the asker has seen that.

    `seen`: the state that they chose from (`state_of`). Raises ChangedError when somebody else was quicker.
    """
    question = _held(question)
    _check_writer(question, by)
    there: Any = newest(question)
    if there and seen != state_of(there):
        raise ChangedError
    if there is None or there.sent_at:
        there = _version(question, choices, by=by)
    else:
        there.choices, there.text, there.by = choices.dumped(), choices.text(), by
        there.save(update_fields=["choices", "text", "by"])
    record("quotation-changed", there, by=by)
    return there


@transaction.atomic
def propose(quotation: Quotation, *, by: Member) -> Quotation:
    """Let the asker see it and decide. One that she saw before, as when the headline changed, becomes a new version."""
    question = _held(quotation.question)
    _check_writer(question, by)
    if quotation.version != _last(question):
        raise PermissionError("there is a newer version")
    if quotation.sent_at:
        quotation = _version(question, Choices.loaded(quotation.choices), by=by)
    quotation.sent_at = now()
    quotation.save(update_fields=["sent_at"])
    unschedule(question.quoted_in.page)
    record("consent-asked", quotation, by=by)
    tell_asker(question, Kind.CONSENT_ASKED, f"consent:{quotation.pk}", f"{question.address}shown/")
    return quotation


@transaction.atomic
def consent(quotation: Quotation, *, by: Member, named: bool, seen: str) -> Consent:
    """`seen`: what stood around the words when she decided (`around`). Raises ChangedError when that is another now."""
    question = _held(quotation.question)
    _check_asker(quotation, by)
    if quotation.version != _last_asked(question) or seen != around(page_of(question)):
        raise ChangedError
    return _decided(quotation, by, given=True, named=named, seen=seen)


@transaction.atomic
def refuse(quotation: Quotation, *, by: Member, note: str = "") -> Consent:
    """She does not want this shown. Before publication no earlier yes holds either; a page that is live stays as it is
    until she takes it back."""
    question = _held(quotation.question)
    _check_asker(quotation, by)
    if quotation.version != _last_asked(question):
        raise ChangedError
    unschedule(question.quoted_in.page)
    if not question.quoted_in.page.live:
        _take_back(question, by)
    return _decided(quotation, by, given=False, note=note)


@transaction.atomic
def change(
    quotation: Quotation, text: str, *, by: Member, agreed: bool, named: bool = False, seen: str = ""
) -> Quotation:
    """Her own wording: a new version, made by her. `agreed`: she says at once that it may be shown like this.

    What she has put aside is shown no longer, from now on. Raises ChangedError as `consent` does.
    """
    question = _held(quotation.question)
    _check_asker(quotation, by)
    if quotation.version != _last_asked(question) or (agreed and seen != around(page_of(question))):
        raise ChangedError
    before = Choices.loaded(quotation.choices)
    anew = _version(question, Choices(before.source, before.made), by=by, text=text[:LONGEST].strip())
    anew.sent_at = now()
    anew.save(update_fields=["sent_at"])
    _take_back(question, by)
    take_down(question.quoted_in)
    record("quotation-changed", anew, by=by)
    if agreed:
        _decided(anew, by, given=True, named=named, seen=seen)
    return anew


@transaction.atomic
def withdraw(question: Question, *, by: Member, note: str = "") -> bool:
    """Take back her consent: nothing of hers is shown once this is done. False when there was none."""
    question = _held(question)
    if question.member_id != by.pk:
        raise PermissionError("consent is taken back by who gave it")
    taken = _take_back(question, by, note=note)
    if taken:
        take_out_of(question.quoted_in)
        record("consent-withdrawn", question, by=by)
    return taken


def page_of(question: Question) -> AnswerPage:
    """As it is being written: its newest draft."""
    page: Any = AnswerPage.objects.get(quoted_in__question=question)
    return page.get_latest_revision_as_object()


def preview(quotation: Quotation, *, named: bool) -> Shown:
    """What would be shown of this version."""
    return Shown(quotation.text, quotation.member.pseudonym if named else "")


def _held(question: Question) -> Question:
    rows = Question.objects.select_for_update(of=("self",)).select_related("member")
    held: Question = rows.get(pk=question.pk)
    return held


def _check_writer(question: Question, by: Member) -> None:
    if by.role not in WRITING or question.sent_at is None or question.member_id == by.pk:
        raise PermissionError("a writer or editor proposes what is shown of another's question")
    if not question.may_share:
        raise PermissionError("its asker wants a private answer only")


def _check_asker(quotation: Quotation, by: Member) -> None:
    if quotation.member_id != by.pk or quotation.sent_at is None:
        raise PermissionError("its asker decides, once she has seen it")


def _last(question: Question) -> int:
    return Quotation.objects.filter(question=question).aggregate(last=Max("version"))["last"] or 0


def _last_asked(question: Question) -> int:
    return Quotation.objects.filter(question=question).asked().aggregate(last=Max("version"))["last"] or 0


def _version(question: Question, choices: Choices, *, by: Member, text: str | None = None) -> Quotation:
    return Quotation.objects.create(
        question=question,
        member=question.member,
        by=by,
        text=choices.text() if text is None else text,
        choices=choices.dumped(),
        version=_last(question) + 1,
    )


def _decided(quotation: Quotation, by: Member, *, given: bool, note: str = "", **seen: Any) -> Consent:
    record("consent-given" if given else "consent-refused", quotation, by=by)
    return Consent.objects.create(quotation=quotation, member=by, given=given, note=note, **seen)


def _take_back(question: Question, by: Member, *, note: str = "") -> bool:
    taken = False
    for quotation in Quotation.objects.filter(question=question).asked():
        agreed = decision(quotation)
        if agreed and agreed.given:
            Consent.objects.create(quotation=quotation, member=by, given=False, note=note)
            taken = True
    return taken

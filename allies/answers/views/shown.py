"""The asker sees what would be shown of her question, exactly as it would be, and decides."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from allies.accounts.unsent import given_back
from allies.answers import quoting
from allies.answers.models import Question, Quotation
from allies.answers.publishing import answer_edition
from allies.answers.shown import ChangedError, around, decision, proposed_to, question_of
from allies.answers.shown_forms import ChangeForm, ConsentForm, RefuseForm
from allies.lib.urgent_help import shown_first
from allies.moderation.words import findings


@require_safe
def shown(request: HttpRequest, key: UUID) -> HttpResponse:
    return _page(request, question_of(request.user, key))


@require_POST
def consent_give(request: HttpRequest, key: UUID) -> HttpResponse:
    question = question_of(request.user, key)
    form = ConsentForm(request.POST)
    if not form.is_valid():
        return _page(request, question, status=422)
    given = form.cleaned_data
    try:
        quotation = proposed_to(question, given["version"])
        quoting.consent(quotation, by=request.user, named=bool(given["named"]), seen=given["seen"])
    except ChangedError:
        return _changed(request, question)
    messages.success(request, _("Thank you. It may be shown like this. You can take it back here at any time."))
    return redirect("ask:shown", key)


@require_POST
def consent_refuse(request: HttpRequest, key: UUID) -> HttpResponse:
    question = question_of(request.user, key)
    form = RefuseForm(request.POST, auto_id="refuse_%s")
    if not form.is_valid():
        return _page(request, question, status=422, refuse=form)
    try:
        quotation = proposed_to(question, form.cleaned_data["version"])
        quoting.refuse(quotation, by=request.user, note=form.cleaned_data["note"])
    except ChangedError:
        return _changed(request, question, refuse=form)
    messages.success(request, _("Then it is not shown. Nothing else changes for you."))
    return redirect(shown_first(request, findings(form.cleaned_data["note"], by=request.user), question_page(key)))


@require_POST
def quotation_change(request: HttpRequest, key: UUID) -> HttpResponse:
    question = question_of(request.user, key)
    form = ChangeForm(request.POST, auto_id="change_%s")
    if not form.is_valid():
        return _page(request, question, status=422, change=form)
    given = form.cleaned_data
    how = {"agreed": given["agree"], "named": bool(given["named"]), "seen": given["seen"]}
    try:
        quoting.change(proposed_to(question, given["version"]), given["text"], by=request.user, **how)
    except ChangedError:
        return _changed(request, question, change=form)
    said = _("Your wording is kept, and you agreed to it.") if given["agree"] else _("Your wording is kept.")
    messages.success(request, said)
    return redirect(shown_first(request, findings(given["text"], by=request.user), question_page(key)))


@require_POST
def consent_withdraw(request: HttpRequest, key: UUID) -> HttpResponse:
    if quoting.withdraw(question_of(request.user, key), by=request.user):
        messages.success(request, _("It is done. Your words are no longer shown on this site."))
    return redirect("ask:shown", key)


def question_page(key: UUID) -> str:
    return f"/ask/{key}/shown/"


def _changed(request: HttpRequest, question: Question, **forms: Form) -> HttpResponse:
    text = _(
        "Something was changed while you read. Nothing was decided. Please look again: this is how it would be now."
    )
    messages.warning(request, text)
    return _page(request, question, status=409, **forms)


def _page(request: HttpRequest, question: Question, *, status: int = 200, **forms: Form) -> HttpResponse:
    quotation = proposed_to(question)
    context: dict[str, Any] = {"place": "me", "question": question, "quotation": quotation}
    if quotation:
        context |= _proposed(request, question, quotation, forms)
    return render(request, "answers/shown.html", context, status=status)


def _proposed(request: HttpRequest, question: Question, quotation: Quotation, forms: dict[str, Form]) -> dict[str, Any]:
    page, agreed = quoting.page_of(question), decision(quotation)
    seen, kept = around(page), given_back(request)
    stands = {"version": quotation.version, "seen": seen}
    named = bool(agreed and agreed.given and agreed.named)
    for form in forms.values():
        form.data = _with(form.data, stands)
    return {
        "answer": answer_edition(page, quoting.preview(quotation, named=named)),
        "agreed": agreed,
        "kept": kept,
        "live": page.live,
        "stale": bool(agreed and agreed.given and agreed.seen != seen),
        "consent": ConsentForm(initial=stands, auto_id="consent_%s"),
        "change": forms.get("change")
        or ChangeForm(initial={"text": quotation.text, **kept, **stands}, auto_id="change_%s"),
        "refuse": forms.get("refuse") or RefuseForm(initial={**kept, **stands}, auto_id="refuse_%s"),
    }


def _with(data: Any, stands: dict[str, Any]) -> Any:
    """What was sent, about what is there now."""
    copied = data.copy()
    for name, value in stands.items():
        copied[name] = str(value)
    return copied

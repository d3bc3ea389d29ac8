"""From a question to an answer for everybody: what is shown of it, and the second reading."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from allies.accounts.unsent import given_back
from allies.answers import following_up, quoting, second_readings
from allies.answers.second_readings import Ticks
from allies.answers.shown import ChangedError
from allies.desk import quoted
from allies.desk.access import for_quoting, for_second_readers
from allies.desk.forms.quotations import DetailsForm, SecondReadingForm
from allies.desk.views.pages import sent

both = require_http_methods(["GET", "HEAD", "POST"])


@both
@for_quoting
def quotation_edit(request: HttpRequest, key: UUID) -> HttpResponse:
    question = quoted.shareable(request.user, key)
    quotation = quoting.newest(question)
    if quotation is None:
        return render(request, "desk/quotation_begin.html", {"place": "desk", "question": question})
    form = DetailsForm(sent(request), quotation, given_back(request))
    if request.method == "POST" and form.is_valid():
        try:
            quoting.choose(question, form.cleaned_data["choices"], by=request.user, seen=form.cleaned_data["seen"])
        except ChangedError:  # a moment ago: now the form can tell what
            return quotation_edit(request, key)
        messages.success(request, _("Kept. Nobody but the team sees it until you ask the asker."))
        return redirect("desk:quotation-edit", key)
    context = {"place": "desk", "form": form, **quoted.writing_context(question, quotation)}
    status = 409 if form.overtaken else 422 if form.errors else 200
    return render(request, "desk/quotation.html", context, status=status)


@require_POST
@for_quoting
def quotation_begin(request: HttpRequest, key: UUID) -> HttpResponse:
    try:
        quoting.begin(quoted.shareable(request.user, key), by=request.user)
    except PermissionError:
        messages.warning(request, _("Nothing was done: somebody else has to write this answer."))
    return redirect("desk:quotation-edit", key)


@require_POST
@for_quoting
def quotation_propose(request: HttpRequest, key: UUID) -> HttpResponse:
    question = quoted.begun(request.user, key)
    quotation, page = quoting.newest(question), quoting.page_of(question)
    if not page.summary.strip():
        messages.warning(request, _("Write the headline and the summary first: the asker has to see them, too."))
    elif quotation:
        quoting.propose(quotation, by=request.user)
        messages.success(request, _("The asker has been asked. Nothing is shown before they say yes."))
    return redirect("desk:quotation-edit", key)


@both
@for_second_readers
def second_reading(request: HttpRequest, key: UUID) -> HttpResponse:
    question = quoted.begun(request.user, key)
    form = SecondReadingForm(sent(request), initial=given_back(request))
    if request.method == "POST" and form.is_valid():
        try:
            messages.success(request, _decide(request, key, form))
        except PermissionDenied as refused:
            form.add_error(None, str(refused))
        else:
            return redirect("desk:second-reading", key)
    context = {"place": "desk", "form": form, **quoted.reading_context(question, request.user)}
    return render(request, "desk/quotation_reading.html", context, status=422 if form.errors else 200)


def _decide(request: HttpRequest, key: UUID, form: SecondReadingForm) -> str:
    given = form.cleaned_data
    ticks = Ticks(safety=given["safety"], language=given["language"], identity=given["identity"])
    if "return" in request.POST:
        second_readings.send_back(quoted.begun(request.user, key), ticks, given["note"], by=request.user)
        return _("It went back to its writer.")
    second_readings.approve(quoted.begun(request.user, key), ticks, by=request.user)
    return _("It is approved. It goes live now, or at the time that was set.")


@require_POST
@for_second_readers
def follow_up_show(request: HttpRequest, key: UUID) -> HttpResponse:
    row = quoted.reading_context(quoted.begun(request.user, key), request.user)["happened"]
    try:
        following_up.let_show(row, by=request.user)
    except (PermissionError, AttributeError):
        messages.info(request, _("Nothing waits to be shown any more."))
    else:
        messages.success(request, _("It stands under the answer now."))
    return redirect("desk:second-reading", key)

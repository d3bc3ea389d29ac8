"""Whoever comes to a closed account with its passphrase can read why, and ask somebody else to look again."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from allies.accounts.closed import closed_member
from allies.accounts.unsent import given_back, keep_form, received
from allies.answers import outcomes
from allies.answers.forms import AppealForm
from allies.answers.views.sending import LOOKED_AT
from allies.lib.urgent_help import shown_first
from allies.moderation import actions
from allies.moderation.queries import closing_of
from allies.moderation.words import findings


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def closed_why(request: HttpRequest) -> HttpResponse:
    member = closed_member(request)
    if member is None:
        keep_form(request, request.path)
        return redirect("account_login")
    measure = closing_of(member)
    form = AppealForm(request.POST if request.method == "POST" else None, initial=given_back(request, member))
    if request.method == "POST" and form.is_valid() and measure and outcomes.may_appeal(measure):
        words = form.cleaned_data["words"]
        actions.appeal(measure, words, by=member)
        received(request, by=member)
        return redirect(shown_first(request, findings(words, by=member), request.path))
    found = findings(request.POST.get("words", "")[:LOOKED_AT], by=member) if form.is_bound else []
    context = {
        "form": form,
        "measure": measure,
        "whose": member,
        "findings": found,
        "may_appeal": measure and outcomes.may_appeal(measure),
    }
    return render(
        request, "answers/closed_why.html", context | {"place": "sign-in"}, status=422 if form.errors else 200
    )

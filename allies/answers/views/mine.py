"""What became of a member's own comments, and asking somebody else to look again."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from allies.accounts.unsent import given_back
from allies.answers import outcomes, queries
from allies.answers.forms import AppealForm
from allies.answers.meeting import unmet
from allies.answers.models import Comment
from allies.answers.views.sending import LOOKED_AT
from allies.lib.urgent_help import shown_first
from allies.moderation import actions
from allies.moderation.models import Report
from allies.moderation.queries import appealable, outcomes_of, reports_of
from allies.moderation.words import findings


def _reported(report: Report) -> Comment:
    comment: Comment = report.case.comment
    return comment


@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    waiting, measures = queries.waiting_of(request.user), outcomes_of(request.user)
    asked = reports_of(request.user)
    unmet(request.user, [*waiting, *(each.comment for each in measures if each.comment), *map(_reported, asked)])
    shown = outcomes.arranged(waiting, measures)
    if any(outcomes.is_unseen(measure) for measure in measures):
        actions.mark_seen(measures, at=now())
    if any(outcomes.is_new(report) for report in asked):
        actions.mark_reports_seen(request.user, at=now())
    asked_for = [(report, outcomes.came_of(report)) for report in asked]
    return render(request, "answers/mine.html", {"mine": shown, "asked_for": asked_for, "place": "me"})


@require_http_methods(["GET", "HEAD", "POST"])
def outcome_appeal(request: HttpRequest, key: int) -> HttpResponse:
    measure = appealable(request.user, key)
    if not outcomes.may_appeal(measure):
        messages.info(request, _("You have asked already, or it was taken back. Here is how it stands."))
        return redirect("answers:mine")
    form = AppealForm(request.POST if request.method == "POST" else None, initial=given_back(request))
    if request.method == "POST" and form.is_valid():
        actions.appeal(measure, form.cleaned_data["words"], by=request.user)
        messages.success(request, _("Somebody who had no part in it will look again. The answer will stand here."))
        return redirect(shown_first(request, findings(form.cleaned_data["words"], by=request.user), "/answers/mine/"))
    found = findings(request.POST.get("words", "")[:LOOKED_AT], by=request.user) if form.is_bound else []
    context = {"form": form, "measure": measure, "findings": found, "back": "/answers/mine/", "place": "me"}
    return render(request, "answers/outcome_appeal.html", context, status=422 if form.errors else 200)

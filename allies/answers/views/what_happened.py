from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from allies.accounts.unsent import given_back
from allies.answers import following_up
from allies.answers.shown_forms import HappenedForm
from allies.answers.views.sending import LOOKED_AT
from allies.lib.urgent_help import shown_first
from allies.moderation.words import findings


@require_http_methods(["GET", "HEAD", "POST"])
def what_happened(request: HttpRequest, key: UUID) -> HttpResponse:
    row = following_up.follow_up_of(request.user, key)
    told = {"outcome": row.outcome, "text": row.text, "may_show": row.may_show}
    form = HappenedForm(request.POST if request.method == "POST" else None, initial=told | given_back(request))
    showable = following_up.can_be_shown(row.question)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        may_show = given["may_show"] and showable
        following_up.tell(row, given["outcome"], given["text"], may_show=may_show, by=request.user)
        messages.success(request, _("Thank you for telling us. You can change it here."))
        back = f"/ask/{key}/what-happened/"
        return redirect(shown_first(request, findings(given["text"], by=request.user), back))
    found = findings(request.POST.get("text", "")[:LOOKED_AT], by=request.user) if form.is_bound else []
    context = {"form": form, "row": row, "showable": showable, "findings": found, "place": "me"}
    return render(request, "answers/what_happened.html", context, status=422 if form.errors else 200)

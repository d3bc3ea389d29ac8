from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from allies.accounts.unsent import given_back
from allies.desk import queries
from allies.desk.access import for_moderators
from allies.desk.actions import appeals
from allies.desk.forms.acts import DecisionForm
from allies.desk.views.pages import sent
from allies.moderation import actions
from allies.moderation.queries import waiting_appeals


@require_safe
@for_moderators
def appeal_list(request: HttpRequest) -> HttpResponse:
    return render(request, "desk/appeal_list.html", {"place": "desk", "waiting": waiting_appeals(request.user)})


@require_http_methods(["GET", "HEAD", "POST"])
@for_moderators
def appeal_detail(request: HttpRequest, key: int) -> HttpResponse:
    appeal, form = queries.appeal_at(request.user, key), DecisionForm(sent(request), initial=given_back(request))
    if request.method == "POST" and form.is_valid():
        try:
            appeals.decide(appeal, **form.cleaned_data, by=request.user)
        except PermissionError:
            form.add_error(None, _("Nothing was done: this appeal is not with you now. Your words are kept below."))
        else:
            messages.success(request, _("The member sees your answer. Thank you."))
            return redirect("desk:appeal-list")
    context = {
        "place": "desk",
        "appeal": appeal,
        "form": form,
        "hidden": queries.hidden_by(appeal.measure, request.user),
        "allowed": appeals.may_decide(appeal, request.user),
        "mine": appeal.claimed_by_id == request.user.pk,
    }
    return render(request, "desk/appeal_detail.html", context, status=422 if form.errors else 200)


@require_POST
@for_moderators
def appeal_claim(request: HttpRequest, key: int) -> HttpResponse:
    appeal = queries.appeal_at(request.user, key)
    if not appeals.may_decide(appeal, request.user):
        messages.info(request, _("You took part in the first decision, so somebody else looks at this one."))
    elif not actions.claim_appeal(appeal, by=request.user, at=now()):
        messages.info(request, _("Somebody was a moment quicker. There is no need to do anything."))
    return redirect("desk:appeal-detail", key)

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from allies.desk import asked
from allies.desk.access import for_operators
from allies.desk.actions.questions import change_ask_policy
from allies.desk.forms.questions import AskPolicyForm
from allies.desk.views.pages import sent, show_form


@require_http_methods(["GET", "HEAD", "POST"])
@for_operators
def ask_policy_change(request: HttpRequest) -> HttpResponse:
    form = AskPolicyForm(sent(request), instance=asked.ask_policy())
    if request.method == "POST" and form.is_valid():
        changes = change_ask_policy(form.cleaned_data, by=request.user)
        messages.success(request, _("Kept. It counts from now on.") if changes else _("Nothing was changed."))
        return redirect("desk:ask-policy-change")
    lead = _("How soon members hear from the team. Days are those of %(zone)s. What was sent before keeps its time.")
    return show_form(
        request,
        form,
        title=_("How soon questions are answered"),
        go=_("Keep"),
        back=reverse("desk:overview"),
        lead=lead % {"zone": settings.TIME_ZONE},
    )

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from allies.desk import queries
from allies.desk.access import for_keepers
from allies.desk.actions.policy import change_policy
from allies.desk.forms.policy import PolicyForm
from allies.desk.views.pages import sent, show_form


@require_http_methods(["GET", "HEAD", "POST"])
@for_keepers
def policy_change(request: HttpRequest) -> HttpResponse:
    form = PolicyForm(sent(request), instance=queries.policy())
    if request.method == "POST" and form.is_valid():
        changes = change_policy(form.cleaned_data, by=request.user)
        messages.success(request, _("Kept. It counts from now on.") if changes else _("Nothing was changed."))
        return redirect("desk:policy-change")
    lead = _("What waits for a moderator, and when somebody is called. Each change is written into the log.")
    return show_form(
        request, form, title=_("How this site screens"), go=_("Keep"), back=reverse("desk:overview"), lead=lead
    )

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from allies.desk import queries
from allies.desk.access import for_moderators
from allies.desk.forms.rota import ShiftForm
from allies.desk.views.pages import sent, show_form
from allies.moderation.actions import rota
from allies.moderation.duty import turns_ahead


@require_safe
@for_moderators
def shift_list(request: HttpRequest) -> HttpResponse:
    moment = now()
    ahead = turns_ahead(moment)
    context = {
        "place": "desk",
        "running": [turn for turn in ahead if turn.starts_at <= moment],
        "coming": [turn for turn in ahead if turn.starts_at > moment],
        "shifts": [(shift, rota.may_change(shift, request.user)) for shift in queries.shifts(moment)],
        "zone": settings.TIME_ZONE,
    }
    return render(request, "desk/shift_list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@for_moderators
def shift_add(request: HttpRequest) -> HttpResponse:
    form = ShiftForm(sent(request), by=request.user)
    if request.method == "POST" and form.is_valid():
        rota.add_shift(**form.cleaned_data, by=request.user)
        messages.success(request, _("The shift is on the rota."))
        return redirect("desk:shift-list")
    lead = _("Times are those of %(zone)s.") % {"zone": settings.TIME_ZONE}
    return show_form(request, form, title=_("Add a shift"), go=_("Add"), back=reverse("desk:shift-list"), lead=lead)


@require_POST
@for_moderators
def shift_remove(request: HttpRequest, key: int) -> HttpResponse:
    rota.remove_shift(queries.shift_for(request.user, key), by=request.user)
    messages.success(request, _("The shift is off the rota."))
    return redirect("desk:shift-list")

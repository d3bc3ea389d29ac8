from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from allies.accounts.queries import set_apart_at, set_apart_by_staff
from allies.desk.access import for_keepers
from allies.desk.actions import apart
from allies.desk.forms.apart import ApartForm
from allies.desk.views.pages import sent, show_form


@require_safe
@for_keepers
def apart_list(request: HttpRequest) -> HttpResponse:
    return render(request, "desk/apart_list.html", {"place": "desk", "pairs": set_apart_by_staff(request.user)})


@require_http_methods(["GET", "HEAD", "POST"])
@for_keepers
def apart_set(request: HttpRequest) -> HttpResponse:
    form = ApartForm(sent(request), by=request.user)
    if request.method == "POST" and form.is_valid():
        apart.set_apart(form.cleaned_data["one"], form.cleaned_data["other"], by=request.user)
        messages.success(request, _("Done. Neither of them sees the other from now on, and neither is told."))
        return redirect("desk:apart-list")
    lead = _("Neither sees the other’s name, comments or questions from then on. Neither is told.")
    back = reverse("desk:apart-list")
    return show_form(request, form, title=_("Keep two members apart"), go=_("Keep apart"), back=back, lead=lead)


@require_POST
@for_keepers
def apart_end(request: HttpRequest, key: int) -> HttpResponse:
    apart.end_apart(set_apart_at(request.user, key), by=request.user)
    messages.success(request, _("Taken back. What members set themselves stays."))
    return redirect("desk:apart-list")

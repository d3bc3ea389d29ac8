"""People whom a member must never meet here: naming them, and taking it back. Every answer says the same."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from allies.accounts import apart
from allies.accounts.forms.apart import AvoidForm
from allies.accounts.models import AvoidedKind
from allies.accounts.queries import avoided_by, avoided_of
from allies.accounts.views.fresh import fresh
from allies.accounts.views.limits import is_allowed, too_many

NAMINGS = "10/h/user,30/d/user"  # so that nobody tries many addresses, and looks who is gone


@fresh
@sensitive_post_parameters("who", "label")
@require_http_methods(["GET", "HEAD", "POST"])
def apart_list(request: HttpRequest) -> HttpResponse:
    form = AvoidForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and not is_allowed(request, "avoid", NAMINGS):
        return too_many(request)
    if request.method == "POST" and form.is_valid() and _avoided(request, form):
        messages.success(request, gettext("Kept. If they are here, or come, neither of you will see the other."))
        return redirect("accounts:apart-list")
    context = {"form": form, "avoided": avoided_by(request.user), "place": "me"}
    return render(request, "accounts/apart_list.html", context, status=422 if form.errors else 200)


def _avoided(request: HttpRequest, form: AvoidForm) -> bool:
    who, label = form.cleaned_data["who"], form.cleaned_data["label"].strip()
    if not label and apart.kind_of(who) == AvoidedKind.NAME:
        label = who
    try:
        apart.avoid(who, label, by=request.user)
    except apart.Oneself:
        form.add_error("who", gettext("That is you. Please check it for a slip."))
    except apart.TooMany:
        form.add_error(None, gettext("Your list is full. Take somebody off it, or ask the team."))
    return not form.errors


@fresh
@require_POST
def apart_end(request: HttpRequest, key: UUID) -> HttpResponse:
    apart.meet_again(avoided_of(request.user, key))
    messages.success(request, gettext("Taken off your list."))
    return redirect("accounts:apart-list")

"""Erasing at once. There is no way back, so the page says what goes, what stays, and what the site cannot reach."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from allies.accounts import erasing
from allies.accounts.forms.erase import NOTES, EraseForm
from allies.accounts.views.fresh import fresh
from allies.accounts.views.limits import is_allowed, too_many


@fresh
@require_http_methods(["GET", "HEAD", "POST"])
def erase(request: HttpRequest) -> HttpResponse:
    has_notes = bool(erasing.note_models())
    given = request.POST if request.method == "POST" else None
    form = EraseForm(given, member=request.user, has_notes=has_notes)
    if given is not None and not is_allowed(request, "manage_account"):
        return too_many(request)
    if form.is_valid() and form.cleaned_data["what"] == NOTES:
        erasing.erase_notes(request.user)
        messages.success(request, gettext("Your notes are erased."))
        return redirect("accounts:me")
    if form.is_valid() and _erased(request):
        return _goodbye(request)
    context = {"form": form, "has_notes": has_notes, "reasons": erasing.why_not_yet(request.user), "place": "me"}
    return render(request, "accounts/erase.html", context, status=422 if form.errors else 200)


def _erased(request: HttpRequest) -> bool:
    try:
        erasing.erase_everything(request.user)
    except erasing.NotYetError:
        return False  # the page says why
    return True


def _goodbye(request: HttpRequest) -> HttpResponse:
    """The answer to the form itself: nobody is left who could be signed in for a page of its own."""
    logout(request)
    response = render(request, "accounts/erased.html", {"place": ""})
    response["Clear-Site-Data"] = '"cache", "cookies", "storage"'
    return response

"""Notes that close: when, by what they open again, and hiding them at once."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext, ngettext
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from allies.accounts import notes_open, pin
from allies.accounts.actions import end_session
from allies.accounts.forms.lock import LockForm, PinForm
from allies.accounts.notes_door import NOTES, closed_page
from allies.accounts.sign_in_first import page_before
from allies.accounts.unsent import keep_over
from allies.accounts.views.fresh import fresh
from allies.accounts.views.limits import is_allowed, too_many
from allies.lib.meant import is_meant

BACK = "notes_back"
WRONG = "20/d/user"  # PINs, however often right ones come between


@fresh
@sensitive_post_parameters("pin")
@require_http_methods(["GET", "HEAD", "POST"])
def lock(request: HttpRequest) -> HttpResponse:
    found = pin.lock_of(request.user)
    after = found.after if found else 0
    form = LockForm(request.POST if request.method == "POST" else None, initial={"after": after})
    if request.method == "POST" and not is_allowed(request, "manage_account"):
        return too_many(request)
    if form.is_valid():
        pin.set_lock(request.user, form.cleaned_data["after"], form.cleaned_data["pin"])
        notes_open.here(request)
        messages.success(request, gettext("Kept. It holds on every device where you are signed in."))
        return redirect("accounts:lock")
    context = {"form": form, "has_pin": bool(found and found.pin), "place": "me"}
    return render(request, "accounts/lock.html", context, status=422 if form.errors else 200)


@fresh
@require_POST
def lock_pin_remove(request: HttpRequest) -> HttpResponse:
    pin.remove_pin(request.user)
    messages.success(request, gettext("Your PIN is removed. Your passphrase or a passkey opens your notes."))
    return redirect("accounts:lock")


@login_not_required  # pressed when the session has ended already, it must not ask for a passphrase on the spot
@require_safe
def notes_hide(request: HttpRequest) -> HttpResponse:
    """By GET, as leaving: whoever taps it has no time. All that a forged one could do is ask her for her PIN."""
    if not is_meant(request):
        return HttpResponse(status=204, headers={"Cache-Control": "no-store"})
    if request.user.is_authenticated:
        notes_open.hide(request)
        came = page_before(request)
        request.session[BACK] = came if came.startswith(NOTES) else NOTES
    return redirect("accounts:notes-hidden")


@login_not_required
@require_safe
def notes_hidden(request: HttpRequest) -> HttpResponse:
    """A page that could be anybody's."""
    back = request.session.get(BACK, NOTES) if request.user.is_authenticated else NOTES
    return render(request, "accounts/hidden.html", {"back": back, "place": ""})


@sensitive_post_parameters("pin")
@sensitive_variables()
@require_http_methods(["GET", "HEAD", "POST"])
def notes_open_again(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return redirect(NOTES)
    form, place = PinForm(request.POST), _local(request.POST.get("next", ""))
    if not form.is_valid():
        return closed_page(request, place, form, status=422)
    if pin.try_pin(request.user, form.cleaned_data["pin"]):
        notes_open.open_again(request)
        return redirect(place)
    if not is_allowed(request, "notes_pin", WRONG):
        pin.spend(request.user)
    found = pin.lock_of(request.user)
    left = pin.MOST - found.tries if found and found.pin else 0
    if left > 0:
        said = ngettext(
            "That is not your PIN. You have %(n)s more try.", "That is not your PIN. You have %(n)s more tries.", left
        )
        form.add_error("pin", said % {"n": left})
        return closed_page(request, place, form, status=422)
    keep_over(request, end_session)
    messages.info(request, gettext("The PIN was wrong too often, so you are signed out. Nothing you wrote is lost."))
    return redirect(place)  # which asks to sign in


def _local(place: str) -> str:
    return place if place.startswith(NOTES) and url_has_allowed_host_and_scheme(place, allowed_hosts=None) else NOTES

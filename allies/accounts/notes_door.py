"""In front of every address of the notebook, whichever room answers it: closed notes show the page that opens them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from allies.accounts import notes_open
from allies.accounts.forms.lock import PinForm
from allies.accounts.pin import takes_pin
from allies.accounts.queries import second_steps
from allies.accounts.sign_in_first import SAFE, page_of
from allies.accounts.unsent import FIELD, keep_form, owner_of

NOTES = "/notes/"


class NotesDoor:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *args: Any, **options: Any) -> HttpResponse | None:
        if not (request.path_info.startswith(NOTES) and request.user.is_authenticated):
            return None
        if not notes_open.is_closed(request) and notes_open.stay(request):
            request.notes_close = request.user.lock_after or 0  # type: ignore[attr-defined]
            return None
        place = request.get_full_path() if request.method in SAFE else _kept_for(request)
        if "HX-Request" in request.headers:  # a fragment's place is no place for a PIN
            return HttpResponse(headers={"HX-Redirect": place})
        return closed_page(request, place, status=403)


def closed_page(request: HttpRequest, place: str, form: PinForm | None = None, *, status: int) -> HttpResponse:
    """`place`: where she goes on. Nothing of what stands there is on this page."""
    context = {
        "form": (form or PinForm(initial={"next": place})) if takes_pin(request.user) else None,
        "next": place,
        "has_passkey": "webauthn" in second_steps(request.user),
        "place": "",
    }
    return render(request, "accounts/closed_page.html", context, status=status)


def _kept_for(request: HttpRequest) -> str:
    """Keep what was sent, if it is hers, and tell on which page she finds it again.

    A form on another page (such as what happened, under /now/) stands again at the address that it was sent to.
    """
    came, owner = page_of(request), owner_of(request)
    if not came.startswith(NOTES):
        came = request.path
        owner = owner if FIELD in request.POST else request.user.pk
    if owner == request.user.pk:
        keep_form(request, came, owner=owner)
    return came

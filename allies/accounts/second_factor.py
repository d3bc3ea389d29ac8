"""Staff and moderators show a second factor before they reach anything. The session says whether they did: no query."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from allauth.account.internal.flows.login import get_authentication_records, record_authentication
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext

from allies.accounts.sign_in_first import page_of

OPEN_PATHS = ("/leave/", "/help/now/", "/safety/", "/agreement/", "/service-worker.js", settings.STATIC_URL)
OPEN_VIEWS = {
    "account_logout",
    "account_reauthenticate",
    "mfa_reauthenticate",
    "mfa_reauthenticate_webauthn",
    "mfa_index",
    "mfa_activate_totp",
    "mfa_list_webauthn",
    "mfa_add_webauthn",
}


class SecondFactor:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        member = request.user
        if not (member.is_authenticated and member.needs_second_factor) or was_shown(request) or _is_open(request):
            return None
        return _ask_for_it(request)


def was_shown(request: HttpRequest) -> bool:
    return any(record.get("method") == "mfa" for record in get_authentication_records(request, request.user))


def is_fresh(request: HttpRequest, within: int | None = None) -> bool:
    """Whether the passphrase (or a second factor) was given again a moment ago."""
    seconds = within or settings.ACCOUNT_REAUTHENTICATION_TIMEOUT
    if request.user.lock_after:  # closed notes are in the file of all her data: it closes with them
        seconds = min(seconds, 60 * request.user.lock_after)
    limit = time.time() - seconds
    records = get_authentication_records(request, request.user)
    return any(record.get("reauthenticated") and record["at"] > limit for record in records)


def count_setting_up(request: HttpRequest, kind: str) -> None:
    """Who has just set up a second factor in this session has shown it."""
    record_authentication(request, request.user, "mfa", type=kind)


def _is_open(request: HttpRequest) -> bool:
    match = request.resolver_match
    return (match is not None and match.view_name in OPEN_VIEWS) or request.path_info.startswith(OPEN_PATHS)


def _ask_for_it(request: HttpRequest) -> HttpResponse:
    kinds = set(Authenticator.objects.filter(user_id=request.user.pk).values_list("type", flat=True))
    if "totp" in kinds:
        page = "mfa_reauthenticate"
    elif "webauthn" in kinds:
        page = "mfa_reauthenticate_webauthn"
    else:
        page = "mfa_index"
        messages.info(request, gettext("Your role needs a second step at sign-in. Set one up here, then go on."))
    response = HttpResponseRedirect(f"{reverse(page)}?{urlencode({'next': page_of(request)})}")
    if "HX-Request" in request.headers:  # a fragment's place is no place for a sign-in page
        return HttpResponse(headers={"HX-Redirect": response.url})
    return response

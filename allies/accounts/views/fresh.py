from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from allies.accounts.second_factor import is_fresh
from allies.accounts.sign_in_first import page_of

View = Callable[..., HttpResponse]


def fresh(view: View) -> View:
    """For what a stranger at an unlocked phone must not change: the passphrase again, if it was not given just now.

    Nothing posted is put aside meanwhile, as allauth's own decorator would: there may be a passphrase in it.
    """

    @wraps(view)
    def asking(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if is_fresh(request):
            return view(request, *args, **kwargs)
        return redirect(f"{reverse('account_reauthenticate')}?{urlencode({'next': page_of(request)})}")

    return asking

from __future__ import annotations

from allauth.core.internal import ratelimit
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def is_allowed(request: HttpRequest, action: str, rate: str = "") -> bool:
    """Take one from the allowance for `action`, shared between processes.

    `rate`: such as "60/h/ip"; without one, what settings.ACCOUNT_RATE_LIMITS gives.
    """
    config = {action: rate} if rate else None
    return bool(ratelimit.consume(request, app="allauth.account", action=action, config=config))


def too_many(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "accounts/too_many.html", status=429)

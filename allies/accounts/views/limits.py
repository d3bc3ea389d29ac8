from __future__ import annotations

from allauth.core.internal import ratelimit
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def is_allowed(request: HttpRequest, action: str) -> bool:
    """Take one from the allowance that settings.ACCOUNT_RATE_LIMITS gives for `action`, shared between processes."""
    return bool(ratelimit.consume(request, app="allauth.account", action=action))


def too_many(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "accounts/too_many.html", status=429)

"""A session that ended while somebody was writing: to the sign-in page, and back to the page they were on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode, urlsplit

from django.conf import settings
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from allies.accounts.unsent import keep_form, settle

SAFE = {"GET", "HEAD"}


class SignInFirst(LoginRequiredMiddleware):
    def process_view(self, request: HttpRequest, *args: Any, **options: Any) -> HttpResponse | None:
        refused: HttpResponse | None = super().process_view(request, *args, **options)
        if request.user.is_authenticated:
            settle(request)
        return refused

    def handle_no_permission(self, request: HttpRequest, view_func: Callable[..., Any]) -> HttpResponse:
        if request.method == "POST":
            keep_form(request, page_of(request))
        target = f"{settings.LOGIN_URL}?{urlencode({'next': page_of(request)})}"
        if "HX-Request" in request.headers:
            return HttpResponse(headers={"HX-Redirect": target})
        return HttpResponseRedirect(target)


def page_of(request: HttpRequest) -> str:
    """Where they were: the page that held the form, not the address that only takes it."""
    if found := page_before(request) if request.method not in SAFE or "HX-Current-URL" in request.headers else "":
        return found
    return request.get_full_path() if request.method in SAFE else settings.LOGIN_REDIRECT_URL


def page_before(request: HttpRequest) -> str:
    """The page of this site that the request came from, if the browser tells."""
    parts = urlsplit(request.headers.get("HX-Current-URL") or request.headers.get("Referer", ""))
    if parts.netloc == request.get_host() and parts.path.startswith("/") and not parts.path.startswith("//"):
        return f"{parts.path}?{parts.query}" if parts.query else parts.path
    return ""

"""Urgent help and the way out work for everybody, also when sessions or the database do not."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.contrib.messages.storage.cookie import CookieStorage
from django.http import HttpRequest, HttpResponse

LEAVE = "/leave/"
SAME_FOR_EVERYBODY = {"/help/now/", "/service-worker.js", "/robots.txt", "/site.webmanifest"}


def way_out() -> HttpResponse:
    """To the harmless site, with nothing of this one left in the browser that a site can clear."""
    headers = {
        "Location": settings.EXIT_URL,
        "Cache-Control": "no-store",
        "Clear-Site-Data": '"cache", "cookies", "storage"',
        "Referrer-Policy": "no-referrer",
    }
    response = HttpResponse(status=303, headers=headers)
    # Plain HTTP hears no Clear-Site-Data. Messages may hold what the next page would have shown.
    for cookie in (settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME, CookieStorage.cookie_name):
        response.delete_cookie(cookie, samesite="Lax")
    return response


class Doors:
    """Stands outside the sessions: whose they are is never asked at one door, and no error closes the other."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path_info in SAME_FOR_EVERYBODY:
            request.COOKIES.pop(settings.SESSION_COOKIE_NAME, None)
        response = self.get_response(request)
        if request.path_info == LEAVE and response.status_code >= 400 and response.status_code != 405:
            return way_out()
        return response

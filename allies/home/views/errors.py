"""Pages for when something went wrong. They keep the way out and urgent help, whatever is broken."""

from __future__ import annotations

import logging

from django.core.exceptions import RequestDataTooBig
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.template.loader import render_to_string
from django.utils.html import escape
from django.utils.translation import gettext as _

from allies.answers.meeting import is_there
from allies.home.former_addresses import new_address
from allies.lib.shell import shell

log = logging.getLogger(__name__)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    too_big = isinstance(exception, RequestDataTooBig)
    return _page("400.html", 413 if too_big else 400, too_big=too_big)


def permission_denied(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _page("403.html", 403, request)


def page_not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    if moved := _moved(request):
        return HttpResponsePermanentRedirect(moved)
    return _page("404.html", 404, request)


def _moved(request: HttpRequest) -> str | None:
    if request.method not in {"GET", "HEAD"} or not request.path_info.startswith(("/learn/", "/answers/")):
        return None
    try:
        moved = new_address(request.path_info)
        return moved if moved and is_there(moved, getattr(request, "user", None)) else None
    except DatabaseError:  # an error page must not fail
        return None


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    return _page("403_csrf.html", 403)


def server_error(request: HttpRequest) -> HttpResponse:
    return _page("500.html", 500)


def _page(template: str, status: int, request: HttpRequest | None = None, **context: object) -> HttpResponse:
    """The page for whom it may concern: with the reader's own frame, else without, else in the barest words."""
    for frame in [request, None] if request is not None else [None]:
        try:
            about = {"place": "", **context} if frame else {**shell(HttpRequest()), "place": "", **context}
            return HttpResponse(render_to_string(template, about, request=frame), status=status)
        except Exception:  # an error page must not fail
            log.exception("An error page could not be shown as it should be.")
    words = {
        "title": escape(shell(HttpRequest())["site_title"]),
        "said": escape(_("Something went wrong on our side.")),
        "urgent": escape(_("Urgent help")),
        "leave": escape(_("Leave this page")),
    }
    return HttpResponse(BAREST.format(**words), status=status)


BAREST = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title></head>
<body><main><h1>{said}</h1>
<p><a href="/help/now/">{urgent}</a></p><p><a href="/leave/">{leave}</a></p></main></body></html>
"""

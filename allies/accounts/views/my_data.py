"""A member takes out all that is kept for her. Nothing of it is written to the server's disk."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.timezone import now
from django.views.decorators.http import require_POST, require_safe

from allies.accounts import above
from allies.accounts.exporting import as_json
from allies.accounts.readable import as_html
from allies.accounts.views.fresh import fresh
from allies.accounts.views.limits import is_allowed, too_many
from allies.lib.pdf import can_print, pdf

EXPORTS = "10/h/user"


@fresh
@require_safe
def my_data(request: HttpRequest) -> HttpResponse:
    return _page(request)


@fresh
@require_POST
def my_data_json(request: HttpRequest) -> HttpResponseBase:
    if not is_allowed(request, "export", EXPORTS):
        return too_many(request)
    above.write_down("export-made")
    pieces = as_json(request.user, at=now())
    return _attached(StreamingHttpResponse(pieces, content_type="application/json; charset=utf-8"), "json")


@fresh
@require_POST
def my_data_pdf(request: HttpRequest) -> HttpResponseBase:
    if not is_allowed(request, "export", EXPORTS):
        return too_many(request)
    if not can_print():
        return _page(request, status=503)
    made = pdf(as_html(request.user, at=now()))
    above.write_down("export-made")
    return _attached(StreamingHttpResponse([made], content_type="application/pdf"), "pdf")


def _page(request: HttpRequest, status: int = 200) -> HttpResponse:
    return render(request, "accounts/my_data.html", {"can_print": can_print(), "place": "me"}, status=status)


def _attached(response: StreamingHttpResponse, kind: str) -> StreamingHttpResponse:
    """The file's name tells nothing."""
    response["Content-Disposition"] = f'attachment; filename="notes-{now():%Y-%m-%d}.{kind}"'
    response["Cache-Control"] = "no-store, private"
    return response

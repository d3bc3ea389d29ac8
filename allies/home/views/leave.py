from __future__ import annotations

import logging
from importlib import import_module

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

try:
    from allies.accounts.actions import end_session
except ImportError:  # SEAM: until accounts has it

    def end_session(request: HttpRequest) -> None:
        request.session.flush()

log = logging.getLogger(__name__)
AWAY = {
    "Cache-Control": "no-store",
    "Clear-Site-Data": '"cache", "cookies", "storage"',
    "Referrer-Policy": "no-referrer",
}


@csrf_exempt  # whoever presses it has no time for a stale form; all that a forged one could do is sign somebody out
@login_not_required
@require_http_methods(["GET", "POST"])
def leave(request: HttpRequest) -> HttpResponse:
    """End the session and go to the harmless site, whatever state the session or the database is in."""
    if not _is_meant(request):
        return HttpResponse(status=204, headers={"Cache-Control": "no-store"})
    try:
        end_session(request)
    except Exception:  # the way out never fails
        log.exception("A session could not be ended on leaving; its cookie is deleted.")
        request.session = import_module(settings.SESSION_ENGINE).SessionStore()
    response = HttpResponse(status=303, headers={"Location": settings.EXIT_URL, **AWAY})
    response.delete_cookie(settings.SESSION_COOKIE_NAME, path=settings.SESSION_COOKIE_PATH, samesite="Lax")
    return response


def _is_meant(request: HttpRequest) -> bool:
    """Not when a browser only fetches ahead, nor when another site loads the address behind the reader's back."""
    headers = request.headers
    ahead = "prefetch" in f"{headers.get('Sec-Purpose', '')} {headers.get('Purpose', '')}"
    behind = headers.get("Sec-Fetch-Site") == "cross-site" and headers.get("Sec-Fetch-Mode", "navigate") != "navigate"
    return not ahead and not behind

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from allies.accounts.actions import end_session
from allies.home.doors import way_out


@csrf_exempt  # whoever presses it has no time for a stale form; all that a forged one could do is sign somebody out
@login_not_required
@require_http_methods(["GET", "POST"])
def leave(request: HttpRequest) -> HttpResponse:
    """End the session and go to the harmless site. When this fails, `Doors` still opens the way."""
    if not _is_meant(request):
        return HttpResponse(status=204, headers={"Cache-Control": "no-store"})
    end_session(request)
    return way_out()


def _is_meant(request: HttpRequest) -> bool:
    """Not when a browser only fetches ahead, nor when another site loads the address behind the reader's back."""
    headers = request.headers
    ahead = "prefetch" in f"{headers.get('Sec-Purpose', '')} {headers.get('Purpose', '')}"
    behind = headers.get("Sec-Fetch-Site") == "cross-site" and headers.get("Sec-Fetch-Mode", "navigate") != "navigate"
    return not ahead and not behind

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from allies.accounts.actions import end_session
from allies.home.doors import way_out
from allies.lib.meant import is_meant


@csrf_exempt  # whoever presses it has no time for a stale form; all that a forged one could do is sign somebody out
@login_not_required
@require_http_methods(["GET", "POST"])
def leave(request: HttpRequest) -> HttpResponse:
    """End the session and go to the harmless site. When this fails, `Doors` still opens the way."""
    if not is_meant(request):
        return HttpResponse(status=204, headers={"Cache-Control": "no-store"})
    end_session(request)
    return way_out()

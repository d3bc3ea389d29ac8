"""A page that a member lent: for whoever has its address, without an account."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import now
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_http_methods

from allies.notebook.sharing.links import is_lent, open_page


@login_not_required
@csrf_exempt  # the address is all it takes, and it works where cookies are refused
@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_variables()
def shared_page(request: HttpRequest, token: str) -> HttpResponse:
    """Looking at the address shows a button alone: programmes that preview links open nothing and count for nothing."""
    at = now()
    opened = request.method == "POST"
    page = open_page(token, at) if opened else None
    there = page is not None if opened else is_lent(token, at)
    response = render(request, "notebook/share/lent.html", {"page": page, "there": there}, status=200 if there else 404)
    response.headers["Referrer-Policy"] = "no-referrer"  # not even this site's own log has the address from here
    return response

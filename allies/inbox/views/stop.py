from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from allies.inbox import queries
from allies.inbox.actions import stop_mail
from allies.inbox.models import Stopped


@login_not_required
@csrf_exempt  # mail programmes post here by themselves (RFC 8058); the signed address is all it takes
@require_http_methods(["GET", "HEAD", "POST"])
def mail_stop(request: HttpRequest, token: str) -> HttpResponse:
    """A GET changes nothing: programmes that look at each link in a letter must not stop the mail."""
    profile = queries.profile_behind(token)
    if request.method == "POST":
        stop_mail(profile, Stopped.ASKED)
    return render(request, "inbox/mail_stop.html", {"stopped": request.method == "POST"})

"""The words check while somebody writes. Nothing of what they write is kept: no row, no session, no line in a log."""

from __future__ import annotations

import time

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from allies.lib.pace import Pace
from allies.moderation.words import findings

LONGEST = 20_000  # characters; more than any box takes
PACE = Pace(at_once=30, a_second=1)  # faster than anybody types


@sensitive_post_parameters("text")
@require_POST
def words_check(request: HttpRequest) -> HttpResponse:
    """`private`: "1" for a box that nobody else reads. Only danger matters there."""
    if not PACE.take(request.user.pk, time.monotonic()):
        return HttpResponse(status=429)
    text = request.POST.get("text", "").replace("\r\n", "\n")[:LONGEST]
    found = findings(text, by=request.user)
    if request.POST.get("private") == "1":
        found = [finding for finding in found if finding.kind == "crisis"]
    return HttpResponse(render_to_string("home/words.html", {"text": text, "findings": found}))

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import now
from django.views.decorators.http import require_safe

from allies.desk import queries
from allies.desk.public_log import public_log

AN_HOUR = 3600  # strangers may ask as often as they like: the figures are made once an hour


@login_not_required
@require_safe
def moderation_log(request: HttpRequest) -> HttpResponse:
    months = cache.get("moderation-log")
    if months is None:
        months = public_log(now())
        cache.set("moderation-log", months, AN_HOUR)
    context = {"place": "answers", "months": months, "newcomers": queries.policy().newcomer_comments}
    return render(request, "desk/moderation_log.html", context)

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from allies.home.method import shown_layers


@login_not_required
@require_safe
def method(request: HttpRequest) -> HttpResponse:
    return render(request, "home/method.html", {"layers": shown_layers(), "place": "learn"})

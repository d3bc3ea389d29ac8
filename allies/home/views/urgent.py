from __future__ import annotations

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.views.decorators.http import require_safe

from allies.home.countries import COUNTRIES
from allies.home.helplines import numbers_for
from allies.lib.shell import shell


@login_not_required
@require_safe
def help_now(request: HttpRequest) -> HttpResponse:
    """The same page for everybody, so that it can be kept on the device: rendered without the request (see `Doors`)."""
    asked = request.GET.get("country", "").strip().upper()
    here, elsewhere = numbers_for(asked or settings.COUNTRY)
    context = {
        **shell(HttpRequest()),
        "place": "help",
        "here": here,
        "elsewhere": elsewhere,
        "unknown": bool(asked) and asked not in COUNTRIES,
    }
    return HttpResponse(render_to_string("home/help_now.html", context))

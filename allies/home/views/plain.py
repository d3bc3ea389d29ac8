from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from allies.home.queries import plain_edition_at


@login_not_required
@require_safe
def plain(request: HttpRequest, slug: str) -> HttpResponse:
    edition = plain_edition_at(slug)
    if edition is None:
        raise Http404
    return render(request, "home/plain.html", {"edition": edition, "place": slug})

"""Files that browsers look for at the root of a site."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.contrib.staticfiles import finders
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.templatetags.static import static
from django.views.decorators.http import require_safe

ROBOTS = "User-agent: *\nDisallow: /\n"  # members' sites are found through people, not through search engines


@cache
def _worker() -> str | None:
    found = finders.find("js/service-worker.js")
    return Path(found).read_text(encoding="utf-8") if isinstance(found, str) else None


@login_not_required
@require_safe
def service_worker(request: HttpRequest) -> HttpResponse:
    """The worker, served from the root so that it may answer for /help/now/. Browsers ask for it on each visit."""
    text = _worker()
    if text is None:
        raise Http404
    headers = {
        "Content-Type": "text/javascript; charset=utf-8",
        "Service-Worker-Allowed": "/",
        "Cache-Control": "no-cache",
        "ETag": f'"{hashlib.sha256(text.encode()).hexdigest()[:16]}"',
    }
    return HttpResponse(text, headers=headers)


@login_not_required
@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    return HttpResponse(ROBOTS, content_type="text/plain; charset=utf-8")


@login_not_required
@require_safe
def manifest(request: HttpRequest) -> HttpResponse:
    """What a phone shows when the site is put on its home screen: the neutral pair of name and icon."""
    about = {
        "name": settings.SITE_TITLE,
        "short_name": settings.SITE_TITLE,
        "start_url": "/",
        "display": "browser",
        "icons": [{"src": static("img/icon.svg"), "sizes": "any", "type": "image/svg+xml"}],
    }
    return JsonResponse(about, content_type="application/manifest+json")

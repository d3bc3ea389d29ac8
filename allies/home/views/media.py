"""Pictures: what readers see are the renditions; the files they were made from are for the desk."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from allies.home.queries import original, rendition
from allies.lib.files import ranged

KINDS = (".avif", ".gif", ".jpg", ".jpeg", ".png", ".webp")


@login_not_required
@require_safe
def picture(request: HttpRequest, name: str) -> HttpResponseBase:
    return _served(request, rendition(f"images/{name}"))


@require_safe
def picture_original(request: HttpRequest, name: str) -> HttpResponseBase:
    if not request.user.has_perm("wagtailadmin.access_admin"):
        raise Http404
    return _served(request, original(f"original_images/{name}"))


def _served(request: HttpRequest, found: Any) -> HttpResponseBase:
    """Only what a row names is opened, and only as a picture: an address never becomes a path."""
    if found is None or not found.file.name.lower().endswith(KINDS) or not found.file.storage.exists(found.file.name):
        raise Http404
    return ranged(request, found.file)

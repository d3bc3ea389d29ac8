"""What the frame around every page needs to know."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest


def shell(request: HttpRequest) -> dict[str, Any]:
    return {
        "site_name": settings.SITE_NAME,
        "site_title": settings.SITE_TITLE,
        "exit_url": settings.EXIT_URL,
        "signed_in": request.user.is_authenticated if hasattr(request, "user") else False,
    }

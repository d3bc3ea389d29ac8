"""What the frame around every page needs to know."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

MOST = 9  # more is more than one wants to count


def shell(request: HttpRequest) -> dict[str, Any]:
    return {
        "site_name": settings.SITE_NAME,
        "site_title": settings.SITE_TITLE,
        "exit_url": settings.EXIT_URL,
        "signed_in": request.user.is_authenticated if hasattr(request, "user") else False,
        "unread": unread_mark(request),
    }


def unread_mark(request: HttpRequest) -> SafeString | str:
    """How much waits in the inbox, as it stands beside its name; nothing when nothing does. Few, as they are kept."""
    count = getattr(getattr(request, "user", None), "unread", 0)
    if not count:
        return ""
    shown = str(count) if count <= MOST else f"{MOST}+"
    return format_html('<span class="count">{}<span class="unseen"> {}</span></span>', shown, _("new"))

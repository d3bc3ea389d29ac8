"""The headers that every answer carries: what a page may load, and that nobody keeps a copy."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import ResponseHeaders

POLICY = "; ".join(
    [
        "default-src 'none'",
        *(f"{kind}-src 'self'" for kind in ("script", "style", "img", "media", "connect", "manifest", "worker")),
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    ]
)
# Wagtail's editor writes styles and small scripts into its pages, and shows previews in a frame of its own.
DESK_POLICY = "; ".join(
    [
        "default-src 'self'",
        "script-src 'self' 'unsafe-inline'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "object-src 'none'",
        "form-action 'self'",
        "base-uri 'self'",
        "frame-ancestors 'self'",
    ]
)
_REFUSED = ("camera", "microphone", "geolocation", "browsing-topics", "payment", "usb", "interest-cohort")
PERMISSIONS = ", ".join(f"{feature}=()" for feature in _REFUSED)


class PrivacyHeaders:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        headers = response.headers
        if request.path_info.startswith("/cms/"):
            self._for_the_desk(headers)
        headers.setdefault("Content-Security-Policy", POLICY)
        headers.setdefault("Permissions-Policy", PERMISSIONS)
        headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        if not request.path_info.startswith(settings.STATIC_URL):
            headers.setdefault("Cache-Control", "no-store, private")
            headers.setdefault("X-Robots-Tag", "noindex, noarchive")
        return response

    @staticmethod
    def _for_the_desk(headers: ResponseHeaders) -> None:
        """A preview comes with the policy of the page it shows and keeps it, but may stand in the desk's frame."""
        shown = headers.get("Content-Security-Policy", DESK_POLICY)
        headers["Content-Security-Policy"] = shown.replace("frame-ancestors 'none'", "frame-ancestors 'self'")
        headers["X-Frame-Options"] = "SAMEORIGIN"

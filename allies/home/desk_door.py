from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse

DESK = "/cms/"


class DeskDoor:
    """The desk is for staff. Anybody else who is signed in gets a plain 403; Wagtail would send them in a circle."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> None:
        member = request.user
        if not request.path_info.startswith(DESK) or not member.is_authenticated:
            return
        if not (member.is_staff and member.has_perm("wagtailadmin.access_admin")):
            raise PermissionDenied

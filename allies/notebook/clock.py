"""What day it is for a member: in the time zone that she gave for letters; without one, the site's."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any
from zoneinfo import ZoneInfo

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path
from django.utils import timezone

from allies.inbox.models import ContactProfile
from allies.lib.prepared import Prepared

_zone = Prepared(lambda member: ContactProfile.objects.of(member).values_list("zone"), int)


def in_her_zone(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """“Today”, “now” and “yesterday” on this page are hers."""

    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **given: Any) -> HttpResponse:
        found = _zone(request.user.pk)
        with timezone.override(ZoneInfo(found[0][0]) if found else timezone.get_default_timezone()):
            return view(request, *args, **given)

    return wrapped


def at(address: str, view: Callable[..., HttpResponse], name: str) -> URLPattern:
    """An address of the notebook."""
    return path(address, in_her_zone(view), name=name)

"""The site's addresses, and one at which it breaks, to see the page that is shown then."""

from __future__ import annotations

from typing import NoReturn

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied, RequestDataTooBig, SuspiciousOperation
from django.http import HttpRequest
from django.urls import path

from allies.urls import *  # noqa: F403
from allies.urls import urlpatterns as addresses

FAULTS = {400: SuspiciousOperation, 403: PermissionDenied, 413: RequestDataTooBig, 500: RuntimeError}


@login_not_required
def broken(request: HttpRequest, status: int) -> NoReturn:
    raise FAULTS[status]


urlpatterns = [path("broken/<int:status>/", broken), *addresses]

"""When a session was last used, to the hour: a write an hour, not a write a page."""

from __future__ import annotations

import time
from collections.abc import Callable

from allauth.usersessions.models import UserSession
from django.contrib.auth import SESSION_KEY
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

SEEN = "seen"
HOUR = 3600


class LastSeen:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        session = request.session
        if SESSION_KEY in session and time.time() - session.get(SEEN, 0) > HOUR and request.user.is_authenticated:
            session[SEEN] = int(time.time())
            UserSession.objects.filter(session_key=session.session_key).update(last_seen_at=timezone.now())
        return self.get_response(request)

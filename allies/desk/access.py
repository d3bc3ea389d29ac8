"""Whom the desk opens for. To everybody else it is not there."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse

from allies.accounts.models import Member, Role
from allies.answers.quoting import WRITING
from allies.answers.second_readings import READING
from allies.moderation.models.roles import LEADING, MODERATING

View = Callable[..., HttpResponse]


def keeps(member: Member) -> bool:
    """Who keep the rota, the replies, the policy and the site's own terms."""
    return member.role in LEADING


def _for(roles: set[Role]) -> Callable[[View], View]:
    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if request.user.role not in roles:
                raise Http404
            return view(request, *args, **kwargs)

        return guarded

    return decorate


for_moderators = _for(MODERATING)
for_keepers = _for(LEADING)
for_quoting = _for(WRITING)
for_second_readers = _for(READING)

"""Whom the desk opens for. To everybody else it is not there."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse

from allies.accounts.models import Member, Role
from allies.answers.models.questions import ANSWERING
from allies.answers.quoting import WRITING
from allies.answers.second_readings import READING
from allies.moderation.models.roles import LEADING, MODERATING

View = Callable[..., HttpResponse]


def keeps(member: Member) -> bool:
    """Who keep the rota, the replies, the policy and the site's own terms."""
    return member.role in LEADING


def moderates(member: Member) -> bool:
    return member.role in MODERATING


def answers(member: Member) -> bool:
    """Who read and answer members' questions: docs/decisions/0024-questions.md."""
    return member.role in ANSWERING


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
for_team = _for(MODERATING | ANSWERING)
for_answerers = _for(ANSWERING)
for_editors = _for({Role.EDITOR})
for_operators = _for({Role.OPERATOR})
for_quoting = _for(WRITING)
for_second_readers = _for(READING)

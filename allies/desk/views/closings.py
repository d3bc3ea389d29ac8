from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from allies.desk import queries
from allies.desk.access import for_moderators
from allies.moderation import actions


@require_safe
@for_moderators
def closing_list(request: HttpRequest) -> HttpResponse:
    waiting = [(measure, measure.by_id == request.user.pk) for measure in queries.closings_waiting(request.user)]
    return render(request, "desk/closing_list.html", {"place": "desk", "waiting": waiting})


@require_POST
@for_moderators
def closing_confirm(request: HttpRequest, key: int) -> HttpResponse:
    return _do(request, key, actions.confirm_closing, _("The account is closed."))


@require_POST
@for_moderators
def closing_withdraw(request: HttpRequest, key: int) -> HttpResponse:
    return _do(request, key, actions.withdraw_closing, _("The proposal is withdrawn. The account stays open."))


def _do(request: HttpRequest, key: int, verb: Callable[..., Any], said: str) -> HttpResponse:
    try:
        verb(queries.closing_at(request.user, key), by=request.user)
    except PermissionError:
        messages.info(request, _("You cannot do this one: it takes a second person."))
    else:
        messages.success(request, said)
    return redirect("desk:closing-list")

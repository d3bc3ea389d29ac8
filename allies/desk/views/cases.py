from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from allies.answers import reviewing
from allies.desk import queries
from allies.desk.access import for_moderators
from allies.desk.casework import Row, case_context
from allies.moderation import actions
from allies.moderation.queries import case_for

ON_A_PAGE = 20
TRIES = 5  # at the first few, when many ask at the same moment


@require_safe
@for_moderators
def case_list(request: HttpRequest) -> HttpResponse:
    moment = now()
    page = Paginator(queries.listed(request.user, moment), ON_A_PAGE).get_page(request.GET.get("page"))
    rows = [Row.of(case, request.user, moment) for case in page.object_list]
    return render(request, "desk/case_list.html", {"place": "desk", "page": page, "rows": rows})


@require_POST
@for_moderators
def case_next(request: HttpRequest) -> HttpResponse:
    """Claim the next free one for whoever asks; of those that others take at the same moment, the one after."""
    moment = now()
    for _time in range(TRIES):
        for case in queries.free_cases(request.user, moment):
            if actions.claim(case, by=request.user, at=moment):
                return redirect("desk:case-detail", case.pk)
    messages.info(request, _("Nothing is free just now."))
    return redirect("desk:case-list")


@require_safe
@for_moderators
def case_detail(request: HttpRequest, key: int) -> HttpResponse:
    return render(request, "desk/case_detail.html", case_context(request.user, case_for(request.user, key), now()))


@require_POST
@for_moderators
def case_claim(request: HttpRequest, key: int) -> HttpResponse:
    if not actions.claim(case_for(request.user, key), by=request.user, at=now()):
        messages.info(request, _("Somebody was a moment quicker. There is no need to do anything."))
    return redirect("desk:case-detail", key)


@require_POST
@for_moderators
def case_release(request: HttpRequest, key: int) -> HttpResponse:
    actions.release(case_for(request.user, key), by=request.user)
    messages.success(request, _("It is free again for somebody else."))
    return redirect("desk:case-list")


@require_POST
@for_moderators
def case_approve(request: HttpRequest, key: int) -> HttpResponse:
    case = case_for(request.user, key)
    try:
        reviewing.approve(case, by=request.user)
    except PermissionError:
        return not_yours(request, key)
    return onward(request, _("It stays. Thank you."))


def not_yours(request: HttpRequest, key: int) -> HttpResponse:
    messages.warning(request, _("Nothing was done: this one is not with you now."))
    return redirect("desk:case-detail", key)


def onward(request: HttpRequest, said: str) -> HttpResponse:
    """What was done, and the next one that is free."""
    messages.success(request, said)
    for case in queries.free_cases(request.user, now()):
        return redirect("desk:case-detail", case.pk)
    return redirect("desk:case-list")

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from allies.answers import answering
from allies.desk import asked
from allies.desk.access import for_answerers
from allies.desk.forms.questions import HandOverForm


@require_POST
@for_answerers
def question_claim(request: HttpRequest, key: UUID) -> HttpResponse:
    if not answering.claim(asked.question_for(request.user, key), by=request.user):
        messages.info(request, _("Somebody was a moment quicker. There is no need to do anything."))
    return redirect("desk:question-detail", key)


@require_POST
@for_answerers
def question_take_over(request: HttpRequest, key: UUID) -> HttpResponse:
    if not answering.take_over(asked.question_for(request.user, key), by=request.user):
        messages.info(request, _("It is in good hands: somebody has just taken or answered it."))
    return redirect("desk:question-detail", key)


@require_POST
@for_answerers
def question_release(request: HttpRequest, key: UUID) -> HttpResponse:
    return _done(request, key, answering.release, said=_("It is free again for somebody else."))


@require_POST
@for_answerers
def question_close(request: HttpRequest, key: UUID) -> HttpResponse:
    return _done(request, key, answering.close, said=_("Closed. It opens again when the asker writes."))


@require_POST
@for_answerers
def question_hand_over(request: HttpRequest, key: UUID) -> HttpResponse:
    form = HandOverForm(request.POST, team=asked.team(asked.question_for(request.user, key), request.user))
    if not form.is_valid():
        messages.warning(request, _("Nothing was done: that person cannot take it now. Please choose somebody else."))
        return redirect("desk:question-detail", key)
    to = form.cleaned_data["to"]
    return _done(request, key, answering.hand_over, to, said=_("It is with %(name)s now.") % {"name": to.pseudonym})


def _done(request: HttpRequest, key: UUID, act: Callable[..., None], *given: Any, said: str) -> HttpResponse:
    """Back to the list; or to the question, when it is somebody else's by now."""
    try:
        act(asked.question_for(request.user, key), *given, by=request.user)
    except PermissionError:
        messages.warning(request, _("Nothing was done: this question is not with you now."))
        return redirect("desk:question-detail", key)
    messages.success(request, said)
    return redirect("desk:question-list")

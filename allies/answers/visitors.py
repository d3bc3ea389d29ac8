"""A public answer as every visitor sees it: made once, kept until the database tells of another state of the page."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.messages import get_messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language

from allies.answers.models import AnswerEdition
from allies.answers.page import answer_page
from allies.answers.thread import state_of, thread_of

MOST = 100  # pages; with more it begins anew, so that memory stays bounded (8 MB)

_kept: dict[int, tuple[tuple[Any, ...], bytes]] = {}


def page_for_visitor(request: HttpRequest, answer: AnswerEdition) -> HttpResponse:
    """The page of `answer`, which is public. Who has a message waiting gets a page of their own."""
    if request.GET or get_messages(request):
        return _page(request, answer)
    site = (settings.SITE_NAME, settings.SITE_TITLE, settings.EXIT_URL, get_language())
    version = (answer.version, site, *state_of(answer.page_id))
    kept = _kept.get(answer.pk)
    if kept is None or kept[0] != version:
        if len(_kept) >= MOST:
            _kept.clear()
        kept = _kept[answer.pk] = version, _page(request, answer).content
    return HttpResponse(kept[1])


def _page(request: HttpRequest, answer: AnswerEdition) -> HttpResponse:
    start = request.GET.get("from", "")
    thread = thread_of(answer.page_id, None, asked_by=answer.asked_by, start=start)
    context = {"answer": answer, "thread": thread, "start": start, "place": "answers"}
    return answer_page(request, context)

"""A public answer as every visitor sees it: made once, kept until the database tells of another state of the page."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.messages import get_messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from allies.answers import queries
from allies.answers.models import AnswerEdition
from allies.answers.page import answer_page
from allies.answers.thread import state_of, thread_of
from allies.lib.prepared import Prepared

MOST = 50  # pages kept; with more it begins anew, so that memory stays bounded (4 MB)

_EDITION = Prepared(
    lambda slug: AnswerEdition.objects.filter(slug=slug, public=True).values_list(
        "page_id", "written_at", "comment_count"
    ),
    str,
)
_kept: dict[str, tuple[tuple[Any, ...], bytes]] = {}


def visitor_page(request: HttpRequest, slug: str) -> HttpResponse:
    """The answer at /answers/<slug>/ for somebody who is not signed in."""
    edition = _EDITION(slug)
    if not edition or request.GET or get_messages(request):
        return _page(request, slug)
    site = get_language(), settings.SITE_NAME, settings.SITE_TITLE, settings.EXIT_URL
    version = (site, *edition, *state_of(edition[0][0]))
    kept = _kept.get(slug)
    if kept is None or kept[0] != version:
        if len(_kept) >= MOST:
            _kept.clear()
        kept = _kept[slug] = version, _page(request, slug).content
    return HttpResponse(kept[1])


def _page(request: HttpRequest, slug: str) -> HttpResponse:
    answer = queries.answer_at(slug)
    if not answer.public:
        return render(request, "answers/answer_closed.html", {"answer": answer, "place": "answers"})
    start = request.GET.get("from", "")
    thread = thread_of(answer.page_id, None, asked_by=answer.asked_by, start=start)
    return answer_page(request, {"answer": answer, "place": "answers", "start": start, "thread": thread})

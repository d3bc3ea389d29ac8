"""An answer's page, put together.

All of it but the conversation and the forms' token is the same for every member until the answer changes: this frame is
kept under the answer's version. The conversation, which is most of the page, and the reader's token are set into it as
bytes: through a template, 80 KB would be copied six times and then encoded.
"""

from __future__ import annotations

import secrets
from typing import Any

from django.conf import settings
from django.contrib.messages import get_messages
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.template.loader import render_to_string
from django.utils.translation import get_language

from allies.accounts.unsent import mark
from allies.answers.forms import BLANK
from allies.lib.shell import unread_mark

MOST = 200  # frames kept; with more it begins anew, so that memory stays bounded (2 MB)
# What they stand for is set in later; nobody can guess them. The reader's own: the forms' token, her mark, her key, and
# what is unread in her inbox.
ROOM, TOKEN, MARK, KEY, UNREAD = (secrets.token_hex(32) for _place in range(5))
_kept: dict[tuple[int, bool], tuple[tuple[Any, ...], bytes]] = {}


def answer_page(request: HttpRequest, context: dict[str, Any], *, status: int = 200) -> HttpResponse:
    """`context`: what the template shows, with the thread."""
    signed_in = request.user.is_authenticated
    alike = signed_in and _is_as_for_all_members(request, context)
    page = _kept_frame(request, context) if alike else _frame(request, context)
    if signed_in:
        own = {TOKEN: get_token(request), MARK: mark(request.user), KEY: str(request.user.pk)}
        own[UNREAD] = unread_mark(request)
        for place, value in own.items():
            page = page.replace(place.encode(), value.encode())
    return HttpResponse(page.replace(ROOM.encode(), context["thread"].html, 1), status=status)


def _is_as_for_all_members(request: HttpRequest, context: dict[str, Any]) -> bool:
    """Whether nothing on the page but its conversation and its token is this member's own."""
    thread, own = context["thread"], ("draft", "reply", "preview", "start")
    if (
        context["answer"].reader_cut
        or context.get("form", BLANK) is not BLANK
        or any(context.get(name) for name in own)
    ):
        return False
    return thread.count and not thread.later and not get_messages(request)


def _kept_frame(request: HttpRequest, context: dict[str, Any]) -> bytes:
    answer = context["answer"]
    place = answer.pk, context["follows"]
    version = answer.version, get_language(), settings.SITE_NAME, settings.SITE_TITLE, settings.EXIT_URL
    kept = _kept.get(place)
    if kept is None or kept[0] != version:
        if len(_kept) >= MOST:
            _kept.clear()
        kept = _kept[place] = version, _frame(request, context)
    return kept[1]


def _frame(request: HttpRequest, context: dict[str, Any]) -> bytes:
    stands = {"room": ROOM, "csrf_token": TOKEN, "reader_mark": MARK, "reader_key": KEY}
    if request.user.is_authenticated:
        stands["unread"] = UNREAD
    return render_to_string("answers/answer_detail.html", context | stands, request).encode()

"""An answer's page, put together: a template leaves room for the conversation, whose bytes are then set into it.

The conversation is most of the page: through the template, its 80 KB would be copied six times and then encoded.
"""

from __future__ import annotations

import secrets
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import mark_safe

ROOM = mark_safe(f"<!-- {secrets.token_hex(8)} -->")  # noqa: S308 - nobody can write this


def answer_page(request: HttpRequest, context: dict[str, Any], *, status: int = 200) -> HttpResponse:
    """`context`: what the template shows, with the thread."""
    response = render(request, "answers/answer_detail.html", context | {"room": ROOM}, status=status)
    response.content = response.content.replace(ROOM.encode(), context["thread"].html, 1)
    return response

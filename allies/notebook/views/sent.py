"""What a form of the notebook sent, and what goes back: the same for a member's own notes and for a plan of two."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any
from uuid import UUID

from django.forms import Field, MultipleChoiceField
from django.http import Http404, HttpRequest, JsonResponse

from allies.language import Finding
from allies.moderation.words import findings
from allies.notebook.keeping import GoneError
from allies.notebook.models import Given
from allies.notebook.opened import Opened, Shown, opened_from, opened_mark

FORM = ["GET", "HEAD", "POST"]
LOOKED_AT = 20_000  # characters in which danger is looked for


@contextmanager
def or_404() -> Iterator[None]:
    """What is gone, or was never hers, is not there."""
    try:
        yield
    except GoneError as gone:
        raise Http404 from gone


def opened_of(request: HttpRequest, key: UUID) -> Opened | None:
    return opened_from(request.POST.get("opened", ""), key, request.user)


def mark_again(request: HttpRequest, key: UUID, seen: Shown | None) -> str:
    """Of what is kept now. The form was opened when it was: its "now" does not move."""
    opened = opened_of(request, key)
    return opened_mark(key, request.user, seen, opened.at if opened else None)


def typed_again(fields: Iterable[tuple[str, Field]], back: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    """What was typed before a session ended, as a form takes it; nothing when nothing came back."""
    several = {name: isinstance(field, MultipleChoiceField) for name, field in (fields if back else ())}
    return {name: back.get(name, []) if many else "".join(back.get(name, [])[-1:]) for name, many in several.items()}


def dangers(given: Given, request: HttpRequest) -> list[Finding]:
    texts = [value for value in given.values() if isinstance(value, str) and " " in value]
    return findings("\n\n".join(texts)[:LOOKED_AT], by=request.user)


def answer_to_keep(request: HttpRequest, key: UUID, seen: Shown | None, mine: Given) -> JsonResponse:
    """For the script that saves: the mark of what is kept now, and what came from another device."""
    given = seen.given if seen else mine
    changed = {name: given.get(name, "") for name, value in mine.items() if given.get(name, "") != (value or "")}
    return JsonResponse({"opened": mark_again(request, key, seen), "changed": changed if seen else {}})

"""Words that arrived after the writer's session had ended: kept in the visitor's session until she signs in again."""

from __future__ import annotations

from django.http import HttpRequest

from allies.answers.models import AnswerEdition

_KEY = "unsent"
_LONGEST = 20_000  # characters kept; a form takes fewer


def keep_unsent(request: HttpRequest, answer: AnswerEdition, text: str, reply: str) -> None:
    request.session[_KEY] = {"post": answer.page_id, "text": text[:_LONGEST], "reply": int(reply) if reply.isdecimal() else None}
    request.session.set_expiry(24 * 60 * 60)


def take_unsent(request: HttpRequest, answer: AnswerEdition) -> tuple[str, int | None] | None:
    """What was kept for this answer, once."""
    kept = request.session.get(_KEY)
    if not kept or kept["post"] != answer.page_id:
        return None
    del request.session[_KEY]
    return kept["text"], kept["reply"]

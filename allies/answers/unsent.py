"""Words that arrived after the writer's session had ended: kept in the visitor's session until she signs in again."""

from __future__ import annotations

from django.http import HttpRequest

from allies.answers.models import AnswerEdition

_KEY = "unsent"
_DAY = 24 * 60 * 60  # seconds
_LONGEST = 20_000  # characters kept; a form takes fewer


def keep_unsent(request: HttpRequest, answer: AnswerEdition, text: str, reply: str) -> None:
    request.session[_KEY] = {"post": answer.page_id, "text": text[:_LONGEST], "reply": reply[:20]}
    request.session.set_expiry(_DAY)


def take_unsent(request: HttpRequest, answer: AnswerEdition) -> tuple[str, str] | None:
    """What was kept for this answer, with the comment it replies to; once."""
    kept = request.session.get(_KEY)
    if not kept or kept["post"] != answer.page_id:
        return None
    del request.session[_KEY]
    if request.session.get("_session_expiry") == _DAY:  # nothing was said about this session since: back to the usual
        request.session.set_expiry(None)
    return kept["text"], kept["reply"]

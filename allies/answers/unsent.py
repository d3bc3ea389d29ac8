"""Words that arrived after the writer's session had ended: kept in the visitor's session until she signs in again."""

from __future__ import annotations

from django.http import HttpRequest

_KEY = "unsent"
_DAY = 24 * 60 * 60  # seconds
_LONGEST = 20_000  # characters kept; a form takes fewer


def keep_unsent(request: HttpRequest, place: str, text: str, reply: str = "") -> None:
    """`place`: the address of the page with the box, which asks for them there."""
    request.session[_KEY] = {"place": place, "text": text[:_LONGEST], "reply": reply[:20]}
    request.session.set_expiry(_DAY)


def unsent_at(request: HttpRequest, place: str) -> tuple[str, str] | None:
    """What was kept for the page at `place`, with the comment it replies to."""
    kept = request.session.get(_KEY)
    return (kept["text"], kept["reply"]) if kept and kept.get("place") == place else None


def let_go(request: HttpRequest, place: str) -> None:
    """The words are where they belong."""
    if unsent_at(request, place) is None:
        return
    del request.session[_KEY]
    if request.session.get("_session_expiry") == _DAY:  # nothing was said about this session since: back to the usual
        request.session.set_expiry(None)

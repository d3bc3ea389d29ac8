"""Words that arrived after the writer's session had ended: kept in the visitor's session until she signs in again."""

from __future__ import annotations

from django.http import HttpRequest

from allies.accounts.sealing import seal, unseal
from allies.accounts.unsent import DAY, LONGEST, as_usual, owner_of

_KEY = "unsent"


def keep_unsent(request: HttpRequest, place: str, text: str, reply: str = "") -> None:
    """`place`: the address of the page with the box, which asks for them there."""
    kept = {"place": place, "text": seal(text[:LONGEST]), "reply": reply[:20], "owner": owner_of(request)}
    request.session[_KEY] = kept
    request.session.set_expiry(DAY)


def unsent_at(request: HttpRequest, place: str) -> tuple[str, str] | None:
    """What was kept for the page at `place`, with the comment it replies to; never what another member wrote."""
    kept = request.session.get(_KEY)
    if not kept or kept.get("place") != place or kept.get("owner") not in {None, request.user.pk}:
        return None
    return unseal(kept["text"]), kept["reply"]


def let_go(request: HttpRequest, place: str) -> None:
    """The words are where they belong."""
    if unsent_at(request, place) is None:
        return
    del request.session[_KEY]
    as_usual(request)

"""A form that came when its member's session had ended: kept until that same member has signed in again.

A device may be shared, and the ended session says nothing any more about whose it was. So each such form carries a
signed mark of the member it was shown to (`{% whose %}`). Its words wait, sealed, in the visitor's session for a day,
and are given back to nobody else: they are dropped as soon as another member is seen there. Forms without a mark, as
those with a passphrase, are never kept. This needs no script.
"""

from __future__ import annotations

import json
from collections.abc import Callable

from django.contrib.auth.models import AnonymousUser
from django.core import signing
from django.http import HttpRequest

from allies.accounts.models import Member
from allies.accounts.sealing import seal, unseal

FIELD = "whose"
DAY = 24 * 60 * 60  # seconds
LONGEST = 20_000  # characters kept of each field; a form takes fewer
MOST = 400  # fields; a question with many marked details has three for each
ALTOGETHER = 12 * LONGEST  # characters of a form
_KEY = "unsent_form"
_SALT = "accounts.whose"
_NOT_WORDS = {FIELD, "csrfmiddlewaretoken", "with"}


def mark(member: Member | AnonymousUser) -> str:
    return signing.dumps(member.pk, salt=_SALT) if member.pk else ""


def owner_of(request: HttpRequest) -> int | None:
    """The key of the member to whom the form that arrived was shown, within the last day."""
    try:
        return int(signing.loads(request.POST.get(FIELD, ""), salt=_SALT, max_age=DAY))
    except signing.BadSignature:
        return None


def keep_form(request: HttpRequest, place: str, *, owner: int | None = None) -> None:
    """`place`: the address of the page with the form, where it is given back. `owner`: else whom its mark names."""
    owner = owner or owner_of(request)
    if owner is None:
        return
    given = [(name, value[:LONGEST]) for name, each in request.POST.lists() for value in each if name not in _NOT_WORDS]
    kept: dict[str, list[str]] = {}
    room = ALTOGETHER
    for name, value in given[:MOST]:
        if (room := room - len(name) - len(value)) >= 0:
            kept.setdefault(name[:LONGEST], []).append(value)
    request.session[_KEY] = {"owner": owner, "place": place, "given": seal(json.dumps(kept))}
    if not request.user.is_authenticated:  # else the session lasts as its member chose
        request.session.set_expiry(DAY)


def keep_over(request: HttpRequest, end: Callable[[HttpRequest], None]) -> None:
    """End the session, and let what was kept in it wait for the same member in the next one."""
    kept = request.session.get(_KEY)
    end(request)
    if kept:
        request.session[_KEY] = kept
        request.session.set_expiry(DAY)


def given_back(request: HttpRequest, to: Member | None = None) -> dict[str, str]:
    """What was kept for the page that is asked for, by field. `to`: whoever is known there without being signed in."""
    return {name: values[-1] for name, values in all_given_back(request, to).items()}


def all_given_back(request: HttpRequest, to: Member | None = None) -> dict[str, list[str]]:
    """The same, with all values of fields that have several."""
    kept, member = request.session.get(_KEY), to or request.user
    mine = kept and kept["owner"] == member.pk and kept["place"] == request.get_full_path()
    return dict(json.loads(unseal(kept["given"]))) if mine else {}


def settle(request: HttpRequest) -> None:
    """Let go of what another member left here, or of what its own member sends again."""
    kept = request.session.get(_KEY)
    if kept and (kept["owner"] != request.user.pk or (request.method == "POST" and FIELD in request.POST)):
        del request.session[_KEY]
        as_usual(request)


def received(request: HttpRequest, by: Member) -> None:
    """The words that were kept for this page are where they belong. For pages on which `by` is not signed in."""
    if given_back(request, by):
        del request.session[_KEY]
        as_usual(request)


def as_usual(request: HttpRequest) -> None:
    """The session lasts as it would have, unless something else was said about it since."""
    if request.session.get("_session_expiry") == DAY:
        request.session.set_expiry(None)

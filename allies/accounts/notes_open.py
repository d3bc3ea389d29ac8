"""Whether this session may see its member's notes now.

Two things close them: `hide`, until she shows who she is; and the minutes that she chose, since the notes were last
asked for or she last signed in. What the session holds decides, so it costs no query, and needs no script.
"""

from __future__ import annotations

import time

from allauth.account.internal.flows.login import get_authentication_records
from django.contrib.sessions.models import Session
from django.db import transaction
from django.http import HttpRequest

from allies.accounts.pin import begin_anew
from allies.accounts.sessions import SessionStore

HIDDEN, SEEN = "notes_hidden", "notes_seen"  # moments, in seconds
STEP = 10  # seconds between two writes of SEEN: notes may close that much too early, never too late


def is_closed(request: HttpRequest) -> bool:
    shown, hidden, seen = _shown_at(request), request.session.get(HIDDEN), request.session.get(SEEN, 0)
    if hidden is not None and hidden >= shown:
        return True
    after = request.user.lock_after
    return bool(after) and time.time() - max(shown, seen) > 60 * after


def stay(request: HttpRequest) -> bool:
    """She is here: the minutes begin anew. False when another request hid the notes meanwhile.

    The session is read again and written under its row's lock, because a request that began before "Hide" and ends
    after it (a form that saves itself) would write the session back as it was.
    """
    seen, shown, now = request.session.get(SEEN, 0), _shown_at(request), time.time()
    if request.user.lock_after is None or (now - seen < STEP and seen >= shown):
        return True
    if shown > seen:
        begin_anew(request.user)
    with transaction.atomic():
        held = Session.objects.select_for_update().filter(session_key=request.session.session_key)
        if not held.exists():
            return False
        stored = SessionStore(request.session.session_key)
        if stored.get(HIDDEN) != request.session.get(HIDDEN):
            return False
        stored[SEEN] = now
        stored.save()
    return True


def hide(request: HttpRequest) -> None:
    """Close the notes here and now. What asks for a fresh passphrase (the file of all data) closes too."""
    request.session[HIDDEN] = time.time()
    request.session.pop(SEEN, None)
    for record in get_authentication_records(request, request.user):
        record.pop("reauthenticated", None)


def open_again(request: HttpRequest) -> None:
    """By the PIN. A passphrase or a passkey leaves its own moment in the session."""
    request.session.pop(HIDDEN, None)
    here(request)


def here(request: HttpRequest) -> None:
    """She has shown who she is, or chosen her minutes just now: they begin."""
    request.session[SEEN] = time.time()


def _shown_at(request: HttpRequest) -> float:
    """When a passphrase, a code or a passkey was last given in this session."""
    return max((record.get("at", 0) for record in get_authentication_records(request, request.user)), default=0)

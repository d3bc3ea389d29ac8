"""That somebody has looked at what a word would mark, as it is now, within the hour: a receipt that the page holds."""

from __future__ import annotations

from django.core import signing

from allies.moderation.models import OwnTerm

SALT = "desk.term.looked"
AN_HOUR = 3600


def receipt(term: OwnTerm) -> str:
    return signing.dumps([term.pk, term.phrase, term.kind], salt=SALT)


def looked_at(term: OwnTerm, given: str) -> bool:
    try:
        return bool(signing.loads(given, salt=SALT, max_age=AN_HOUR) == [term.pk, term.phrase, term.kind])
    except signing.BadSignature:
        return False

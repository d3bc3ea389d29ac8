"""What the words check finds in a member's words, with this site's own terms."""

from __future__ import annotations

from allies.accounts.models import Member
from allies.language import Finding, check
from allies.moderation.models import OwnTerm
from allies.moderation.own_terms import places

_SEVERITY = {"stigma": "mild", "advice": "soft", "disrespect": "dismissive"}


def findings(text: str, *, by: Member | None) -> list[Finding]:
    """In the order of the places. `by`: the writer, whose own pseudonym tells nobody who they are."""
    found = check(text, writer=by.pseudonym if by else None)
    own = [
        Finding(
            kind=term.kind,
            start=start,
            end=end,
            subkind="",
            severity=_SEVERITY.get(term.kind, ""),
            reason=term.reason,
            alternatives=tuple(term.alternatives),
        )
        for term in OwnTerm.objects.live()
        for start, end in places(term.phrase, text)
    ]
    return _told_once(found, own) if own else found


def _told_once(found: list[Finding], own: list[Finding]) -> list[Finding]:
    """What the operator says of a place takes the check’s place there; danger and who somebody is always stand."""
    rest = [
        each
        for each in found
        if each.kind in ("crisis", "identity") or not any(each.start < one.end and one.start < each.end for one in own)
    ]
    return sorted([*rest, *own], key=lambda each: (each.start, each.end))

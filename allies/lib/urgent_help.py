"""Which urgent help a text calls for, and how it comes to stand above whatever page its writer sees next."""

from __future__ import annotations

from collections.abc import Iterable

from django.contrib import messages
from django.http import HttpRequest

from allies.language import Finding

# The order of the safety rules: danger to life, then violence, then children.
ORDER = ("emergency", "overdose", "suicide", "violence", "child")
PLACE = "urgent-help"  # where the panel stands on the page after posting; also how its message is known


def keys_of(findings: Iterable[Finding]) -> list[str]:
    """Urgent-help keys, the gravest first: where minutes matter before worries, then in the order of the safety rules.

    Danger of a kind that we have no words for is an emergency: better too much help than none.
    """
    weights: dict[str, tuple[bool, int]] = {}
    for finding in findings:
        if finding.kind == "crisis":
            key = finding.subkind if finding.subkind in ORDER else ORDER[0]
            weight = finding.severity != "urgent", ORDER.index(key)
            weights[key] = min(weight, weights.get(key, weight))
    return sorted(weights, key=weights.__getitem__)


def is_urgent(findings: Iterable[Finding]) -> bool:
    """Whether minutes matter."""
    return any(finding.kind == "crisis" and finding.severity == "urgent" for finding in findings)


def whose(member: int | None) -> str:
    """How the message says for whom it is: a device may be shared."""
    return f"for-{member}"


def shown_first(request: HttpRequest, findings: list[Finding], place: str) -> str:
    """Where to lead somebody whose words were taken: to `place`, or first to urgent help at the top of that page.

    Told as a one-time message, in the writer's own browser and for her account alone: nothing of it is stored here, no
    address or history names a danger, and it is gone once it was shown.
    """
    keys = keys_of(findings)
    if not keys:
        return place
    page, _hash, comment = place.partition("#")
    about = [PLACE, whose(request.user.pk), *(["urgent"] if is_urgent(findings) else []), comment]
    messages.info(request, " ".join(keys), extra_tags=" ".join(filter(None, about)))
    return f"{page}#{PLACE}"

"""A comment's words with what the check found in them, to be shown without trusting either."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from allies.language import Finding

KINDS: dict[str, Any] = {
    "crisis": _("danger"),
    "identity": _("may show who somebody is"),
    "stigma": _("label"),
    "advice": _("advice"),
    "disrespect": _("may hurt"),
}


@dataclass(frozen=True, slots=True)
class Piece:
    text: str
    kind: Any = ""  # in words; empty where nothing was found


def pieces(text: str, findings: Iterable[Finding]) -> list[Piece]:
    """The whole text in order, cut where findings begin and end. Of two that overlap, the first is marked."""
    cut, at = [], 0
    for finding in sorted(findings, key=lambda each: (each.start, -each.end)):
        if finding.start >= at:
            cut += [Piece(text[at : finding.start]), Piece(text[finding.start : finding.end], KINDS[finding.kind])]
            at = finding.end
    return [piece for piece in [*cut, Piece(text[at:])] if piece.text]

"""What a writer is shown of the words check: findings as a friend would say them, and where they stand in the box."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import accumulate

from django.utils.translation import gettext_lazy as _

from allies.language import Finding
from allies.language.replacing import in_place

AT_MOST = 12  # nobody reads more, however long the text
OFFERS = 2  # alternatives for one place
QUOTED = 70  # characters of the writer's words that a nudge repeats

WHAT = {
    "stigma": _("a word that can hurt"),
    "advice": _("sounds like advice"),
    "disrespect": _("may hurt somebody here"),
}
ANYTHING = _("worth another look")  # an operator's own terms may be of other kinds
SHOWS = {
    "phone": _("a phone number"),
    "email": _("an e-mail address"),
    "address": _("an address"),
    "name": _("a full name"),
    "link": _("a link"),
    "handle": _("a name used elsewhere"),
    "birth": _("a date of birth"),
    "number": _("a number that leads to somebody"),
    "quasi": _("details that fit one person"),
}
SHOWS_SOMEBODY = _("could show who somebody is")


@dataclass(frozen=True, slots=True)
class Nudge:
    """One thought about the writer's words. The same words in several places are one thought."""

    kind: str
    what: str
    quote: str
    reason: str
    alternatives: tuple[str, ...]
    places: tuple[tuple[int, int], ...]

    @property
    def spans(self) -> str:
        """The places as the page's script reads them."""
        return " ".join(f"{start}-{end}" for start, end in self.places)


def nudges(text: str, findings: Iterable[Finding]) -> list[Nudge]:
    """All but danger, which is urgent help's and never a nudge. In the order of the text, at most AT_MOST.

    Places count as browsers do, in UTF-16: a letter is one, most emoji are two.
    """
    unit = _units(text)
    groups: dict[tuple[str, str, tuple[str, ...]], list[tuple[Finding, int, int]]] = {}
    for finding in sorted(findings, key=lambda each: (each.start, each.end)):
        if finding.kind != "crisis":
            start, end, words = in_place(text, finding)
            groups.setdefault((finding.kind, text[start:end], words), []).append((finding, start, end))
    return [
        Nudge(
            kind=kind,
            what=_what(alike[0][0]),
            quote=_short(quote),
            reason=alike[0][0].reason,
            alternatives=words[:OFFERS],
            places=tuple((unit(start), unit(end)) for _finding, start, end in alike),
        )
        for (kind, quote, words), alike in list(groups.items())[:AT_MOST]
    ]


def _what(finding: Finding) -> str:
    if finding.kind == "identity":
        return str(SHOWS.get(finding.subkind, SHOWS_SOMEBODY))
    return str(WHAT.get(finding.kind, ANYTHING))


def _short(quote: str) -> str:
    quote = " ".join(quote.split())
    return quote if len(quote) <= QUOTED else f"{quote[: QUOTED - 1].rstrip()}…"


def _units(text: str) -> Callable[[int], int]:
    """From a place in code points to the same place in UTF-16."""
    if text.isascii() or max(text) <= "\uffff":
        return int
    places = [0, *accumulate(2 if character > "\uffff" else 1 for character in text)]
    return places.__getitem__

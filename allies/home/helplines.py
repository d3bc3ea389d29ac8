"""Which numbers a reader sees: one query for all countries, because the page must hold them all when it is offline."""

from __future__ import annotations

import logging
from collections import defaultdict
from dataclasses import dataclass

from django.conf import settings
from django.db import DatabaseError

from allies.home.countries import COUNTRIES
from allies.home.loading import read_helplines
from allies.home.models import HelpLine, Kind
from allies.home.models.help_line import dialled
from allies.lib.source import SourceError

log = logging.getLogger(__name__)

EVERYWHERE = "112"  # works on mobile phones in most countries, beside the local number


@dataclass(frozen=True, slots=True)
class Numbers:
    """A country's lines by what they are for, each list in the editors' order."""

    country: str
    name: str
    emergency: list[HelpLine]
    overdose: list[HelpLine]
    suicide: list[HelpLine]
    violence: list[HelpLine]
    child: list[HelpLine]
    referral: list[HelpLine]

    @property
    def call(self) -> str:
        """The number to call when a life is in danger: the country's own, or the one that works in most."""
        return next((line.number for line in self.emergency if line.number), EVERYWHERE)

    @property
    def call_dial(self) -> str:
        return dialled(self.call)

    @property
    def is_local(self) -> bool:
        return any(line.number for line in self.emergency)

    @property
    def all(self) -> list[HelpLine]:
        """In the order of the safety rules."""
        return [*self.emergency, *self.overdose, *self.suicide, *self.violence, *self.child, *self.referral]


def numbers_for(country: str) -> tuple[Numbers, list[Numbers]]:
    """The numbers of `country` (the site's own country when there is no such one), and those of all other countries."""
    found: dict[str, dict[str, list[HelpLine]]] = defaultdict(lambda: defaultdict(list))
    for line in _lines():
        found[line.country][line.kind].append(line)
    first = country if country in COUNTRIES else settings.COUNTRY
    others = [_numbers(code, lines) for code, lines in found.items() if code != first]
    return _numbers(first, found[first]), sorted(others, key=lambda numbers: numbers.name)


def _lines() -> list[HelpLine]:
    """The operator's lines; when the database does not answer, those that came with the site; else none."""
    try:
        return list(HelpLine.objects.in_order())
    except DatabaseError:
        log.exception("Urgent help is shown with the numbers that came with the site.")
    try:
        return read_helplines(settings.CONTENT / "helplines.toml")
    except SourceError:
        return []


def _numbers(country: str, lines: dict[str, list[HelpLine]]) -> Numbers:
    return Numbers(country, COUNTRIES.get(country, country), *(lines.get(kind, []) for kind in Kind.values))

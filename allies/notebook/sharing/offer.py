"""What of her notes a member may show: offered piece by piece, so that she can leave out any of it."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from django.core import signing
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.formats import date_format
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from allies.accounts.models import Member
from allies.craft.patterns import patterns
from allies.notebook.drawing import after_charts, hint_lines, pattern_charts
from allies.notebook.entries import OBSERVED, all_of
from allies.notebook.kinds import KINDS
from allies.notebook.kinds.kind import Kind
from allies.notebook.models import Entry, KindName

# These are of a day, and a span of days chooses among them; of the others all that stands there is offered.
DATED = frozenset(
    {KindName.OBSERVATION, KindName.ACTIVITY, KindName.OPENING, KindName.MOMENT, KindName.JOURNAL, KindName.LIFE}
)
MOST = 200  # entries on one page: more than anybody reads, and few enough to look through
_SALT = "notebook.offer"
Row = tuple[str, str, str]  # its mark in the form, a label, what stands there


@dataclass(frozen=True, slots=True)
class Wanted:
    """What she chose. `first` and `last`: the days between which it happened."""

    kinds: tuple[str, ...]
    patterns: bool
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Item:
    mark: str
    head: str
    rows: tuple[Row, ...]

    def without(self, out: Collection[str]) -> list[list[str]]:
        return [] if self.mark in out else [[label, text] for mark, label, text in self.rows if mark not in out]


@dataclass(frozen=True, slots=True)
class Section:
    title: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Offer:
    wanted: Wanted
    sections: tuple[Section, ...]
    too_many: int  # older entries that found no room

    @property
    def seen(self) -> str:
        """A mark of all that is offered: when it differs, something was changed since the page was shown."""
        whole = [[section.title, *((item.head, item.rows) for item in section.items)] for section in self.sections]
        return salted_hmac(_SALT, json.dumps(whole)).hexdigest()

    def was_seen(self, mark: str) -> bool:
        return constant_time_compare(mark, self.seen)


def offer_of(member: Member, wanted: Wanted) -> Offer:
    everything = all_of(member)
    chosen = [each for each in everything if each.kind in wanted.kinds and _in_span(each, wanted)]
    taken = chosen[:MOST]
    sections = [_of_kind(KINDS[name], [each for each in taken if each.kind == name]) for name in wanted.kinds]
    first = [_added_up(everything, wanted)] if wanted.patterns else []
    found = tuple(section for section in [*first, *sections] if section.items)
    return Offer(wanted, found, len(chosen) - len(taken))


def _day(entry: Entry) -> date:
    return entry.day or localdate(entry.made_at)


def _in_span(entry: Entry, wanted: Wanted) -> bool:
    return entry.kind not in DATED or wanted.first <= _day(entry) <= wanted.last


def _of_kind(kind: Kind, entries: list[Entry]) -> Section:
    ordered = sorted(entries, key=_day) if kind.name in DATED else entries[::-1]
    items = (_item(kind, entry, number) for number, entry in enumerate(ordered, start=1))
    return Section(str(kind.title), tuple(item for item in items if item.rows))


def _item(kind: Kind, entry: Entry, number: int) -> Item:
    """Its head holds nothing that she can leave out: the day it is of, or a number."""
    dated = kind.name in DATED
    said = str(kind.form.base_fields["day"].label) if dated and "day" in kind.form.base_fields else ""
    shown = enumerate((label, text) for label, text in kind.shown(entry.given) if label != said)
    rows = tuple((f"{entry.pk}:{place}", label, text) for place, (label, text) in shown)
    return Item(str(entry.pk), date_format(_day(entry), "l, j F Y") if dated else f"{number}.", rows)


def _added_up(everything: list[Entry], wanted: Wanted) -> Section:
    seen = [each.observation() for each in everything if each.kind in OBSERVED]
    notes = [each for each in seen if each and wanted.first <= each.day <= wanted.last]
    found = patterns(notes, today=localdate())
    hints = [(str(line["text"]), bool(line["clear"])) for line in hint_lines(found)]
    told = Item(
        "hints",
        _("What stands out"),
        tuple((f"hints:{n}", "" if clear else _("May be chance"), text) for n, (text, clear) in enumerate(hints)),
    )
    charts = [*pattern_charts(found), *after_charts(found)]
    tables = (Item(chart.key, chart.title, tuple(_cells(chart.key, chart.heads, chart.rows))) for chart in charts)
    return Section(_("Added up"), tuple(item for item in (told, *tables) if item.rows))


def _cells(key: str, heads: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> Iterator[Row]:
    for number, row in enumerate(rows):
        told = (f"{head}: {cell}" for head, cell in zip(heads[1:], row[1:], strict=True))
        yield f"{key}:{number}", row[0], "; ".join(told)


def signed(secret: str, member: Member) -> str:
    """The address's secret as the form carries it, from the page where it was made to the button."""
    return signing.dumps([secret, member.pk], salt=_SALT)


def secret_from(text: str, member: Member) -> str:
    """Raises BadSignature: only secrets that were made here, for her, and today."""
    secret, whose = signing.loads(text, salt=_SALT, max_age=24 * 60 * 60)
    if whose != member.pk:
        raise signing.BadSignature("made for somebody else")
    return str(secret)

"""What a kind of entry is: its names, its form, how it reads in a list. The views know no kind."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from allies.notebook.kinds.fields import EntryForm
from allies.notebook.models import Given

if TYPE_CHECKING:
    from allies.notebook.models import Entry

FILLED_IN = {"day", "hour"}  # what a form says by itself: without more it is empty
LINE = 90  # characters of an entry in a list
Taps = Mapping[str, Any]


def nothing(_given: Given) -> str:
    return ""


def nothing_to_say(_rows: Sequence[Entry], _today: date) -> str:
    return ""


def is_blank(given: Given) -> bool:
    return not any(value for name, value in given.items() if name not in FILLED_IN)


@dataclass(frozen=True, slots=True)
class Kind:
    """`line`: an entry in a list, in a few words. `quick`: a shorter form of the same entry.

    `refused`: why an entry may not be the one that its member works on; `one` names that choice, where there is one.
    `tally`: the two taps that an entry counts, where it counts. `part`: a template with more, for one entry's page.
    `by_day`: its list is in the order of the days it is about. `says`: a sentence above such a list, from all of it.
    `only`: a member has one of it, and its list is a page of its own. `beside`: the field with words to say, which the
    request check looks at. `draft`: those words, put together from the other fields. `helped`: urgent help stands
    on top of its page anyway, so that a worry shows it once; danger of minutes shows its own panel all the same.
    """

    name: str
    slug: str
    group: str
    title: Any
    purpose: Any
    empty: Any
    new: Any
    form: type[EntryForm]
    line: Callable[[Given], str]
    quick: type[EntryForm] | None = None
    refused: Callable[[Given], str] = nothing
    one: Any = ""
    tally: tuple[Any, Any] | None = None
    says: Callable[[Sequence[Entry], date], str] = nothing_to_say
    part: str = ""
    by_day: bool = False
    only: bool = False
    beside: str = ""
    draft: Callable[[Given], str] = nothing
    helped: bool = False

    def allowed(self, given: Given) -> Given:
        """Words may have changed since it was chosen: what may not be chosen is so no more."""
        return given | {"chosen": ""} if given.get("chosen") and self.refused(given) else given

    def short(self, given: Given) -> str:
        text = " ".join(self.line(given).split()) or _("Not finished yet")
        return text if len(text) <= LINE else f"{text[: LINE - 1].rstrip()}…"

    def read_out(self, given: Given) -> str:
        """All that a member wrote or tapped, with taps in words: what her search looks in."""
        form, parts = self.form, [str(self.title)]
        for name, value in given.items():
            names = form.names_of(name)
            parts += [str(names.get(each, each)) for each in (value if isinstance(value, list) else [value])]
        return "\n".join(parts)

    def shown(self, given: Given, among: Sequence[str] = ()) -> list[tuple[str, str]]:
        """Its fields that hold something, with their labels: for a page that only reads. `among`: of these alone."""
        rows = []
        for name, field in self.form.base_fields.items():
            if (value := given.get(name)) and (not among or name in among):
                names = self.form.names_of(name)
                values = value if isinstance(value, list) else [value]
                rows.append((str(field.label), ", ".join(str(names.get(each, each)) for each in values)))
        return rows


def label(choices: Sequence[tuple[str, Any]], value: object) -> str:
    return str(dict(choices).get(str(value), ""))


def labels(choices: Sequence[tuple[str, Any]], values: object) -> str:
    known = dict(choices)
    return ", ".join(str(known[each]) for each in (values if isinstance(values, list) else []) if each in known)


def text_of(given: Given, *names: str) -> str:
    """The first of these fields that holds a text."""
    return next((str(given[name]) for name in names if given.get(name)), "")


def ten_of(given: Given, name: str) -> int | None:
    """A number from 0 to 10; an unfinished form may hold anything."""
    value = str(given.get(name, ""))
    return int(value) if value.isascii() and value.isdigit() and len(value) < 3 and int(value) <= 10 else None


def day_of(given: Given) -> date | None:
    try:
        return date.fromisoformat(str(given.get("day", "")))
    except ValueError:
        return None

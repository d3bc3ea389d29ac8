"""Ready for a "yes": what is prepared, what is still missing, whom to call first. Source: METHOD procedures 10 and 11.

"Options checked beforehand with a first appointment soon", exact words, a plan for "no": a yes passes quickly, and what
has to be looked up in that hour costs it. After the yes the help is theirs; the kit ends at the door.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

ENOUGH: Final = 2  # options; one may be full, closed, or not what they want
FRESH: Final = 90  # days; after that prices, waiting lists and people may have changed


class Missing(StrEnum):
    """What a kit lacks, in the order of what helps most."""

    OPTION = "option"  # none with a phone number
    SECOND = "second"  # only one
    FIRST = "first"  # nobody knows how soon a first appointment is
    WORDS = "words"
    PLAN_B = "plan_b"
    COST = "cost"
    ASKED = "asked"  # not asked within the last FRESH days
    PACK = "pack"
    DRIVES = "drives"
    CHILDREN = "children"


@dataclass(frozen=True, slots=True)
class Option:
    """A place or person that could help. Texts as the member wrote them; `asked_on`: when she last spoke to them."""

    name: str = ""
    phone: str = ""
    cost: str = ""
    offers: str = ""
    first: str = ""
    asked_on: date | None = None

    @property
    def is_begun(self) -> bool:
        return any((self.name, self.phone, self.cost, self.offers, self.first, self.asked_on))

    def is_fresh(self, today: date) -> bool:
        return self.asked_on is not None and (today - self.asked_on).days <= FRESH


@dataclass(frozen=True, slots=True)
class Kit:
    """`children`: whether somebody has to look after children in that hour; None: not said, which asks for it."""

    options: Sequence[Option] = ()
    words: str = ""
    plan_b: str = ""
    pack: str = ""
    drives: str = ""
    minds: str = ""
    children: bool | None = None


def to_call(kit: Kit, today: date) -> list[Option]:
    """The options that can be called, the best first: a first appointment known, asked lately; then as written."""
    reachable = [option for option in kit.options if option.phone.strip()]
    return sorted(reachable, key=lambda option: (not option.first.strip(), not option.is_fresh(today)))


def missing(kit: Kit, today: date) -> list[Missing]:
    """What the kit lacks on this day, what helps most first. Empty: as ready as a kit can be; it promises nothing."""
    reachable = to_call(kit, today)
    lacks = {
        Missing.OPTION: not reachable,
        Missing.SECOND: 0 < len(reachable) < ENOUGH,
        Missing.FIRST: bool(reachable) and not any(option.first.strip() for option in reachable),
        Missing.WORDS: not kit.words.strip(),
        Missing.PLAN_B: not kit.plan_b.strip(),
        Missing.COST: bool(reachable) and not any(option.cost.strip() for option in reachable),
        Missing.ASKED: bool(reachable) and not any(option.is_fresh(today) for option in reachable),
        Missing.PACK: not kit.pack.strip(),
        Missing.DRIVES: not kit.drives.strip(),
        Missing.CHILDREN: kit.children is not False and not kit.minds.strip(),
    }
    return [each for each in Missing if lacks[each]]

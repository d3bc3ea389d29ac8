"""What the check says about one place in a text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["crisis", "identity", "stigma", "advice", "disrespect"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One place in a text that its writer may want to look at again.

    `kind`      what it is about; `crisis` outranks all others.
    `start`, `end`  the place, in code points of the text: 0 <= start < end <= len(text).
    `subkind`   crisis: an urgent-help key (overdose, suicide, violence, child); identity: phone, email, address, name,
                link, handle, birth, number, quasi; empty for the others.
    `severity`  crisis: urgent, concern; stigma: strong, mild; advice: direct, soft; disrespect: attack, dismissive;
                identity: direct, quasi.
    `reason`    one sentence for the writer.
    `alternatives`  what could stand in its place, best first; none of them would be found itself. May be empty.
    """

    kind: Kind
    start: int
    end: int
    subkind: str
    severity: str
    reason: str
    alternatives: tuple[str, ...] = ()

"""What in an asker's words could let somebody recognise her or hers, and the words with each place decided.

Places are code points of the text, in order, and never overlap.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from allies.language import check

_VEILING = "allies.language.veiling"


@dataclass(frozen=True, slots=True)
class Detail:
    """One marked place. `proposals`: what could stand there instead, best first."""

    start: int
    end: int
    kind: str
    reason: str
    proposals: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """What a person decided about a detail. `words` stand there; None leaves it as it is, and `why` says why."""

    detail: Detail
    words: str | None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Choices:
    """A source text with every place decided: the sealed record behind a quotation."""

    source: str
    made: tuple[Choice, ...] = field(default=())

    def text(self) -> str:
        return applied(self.source, self.made)

    def hidden(self) -> list[str]:
        """What is not to be read anywhere, as it stood in the source."""
        return [self.source[c.detail.start : c.detail.end] for c in self.made if c.words is not None]

    def dumped(self) -> str:
        return json.dumps(asdict(self), ensure_ascii=False)

    @classmethod
    def loaded(cls, text: str) -> Choices:
        kept: dict[str, Any] = json.loads(text)
        made = [
            Choice(Detail(**each["detail"] | {"proposals": tuple(each["detail"]["proposals"])}), *_of(each))
            for each in kept["made"]
        ]
        return cls(kept["source"], tuple(made))


def _of(kept: dict[str, Any]) -> tuple[str | None, str]:
    return kept["words"], kept["why"]


def details(text: str) -> list[Detail]:
    """What the language room marks in `text`: by its veiling where there is one, by the words check otherwise."""
    if find_spec(_VEILING):
        veil = import_module(_VEILING).veil
        return [Detail(d.start, d.end, str(d.kind), str(d.reason), tuple(d.proposals)) for d in veil(text)]
    marked: list[Detail] = []
    for found in check(text):
        if found.kind == "identity" and (not marked or found.start >= marked[-1].end):
            proposals = found.alternatives or ("…",)
            marked.append(Detail(found.start, found.end, found.subkind, found.reason, proposals))
    return marked


def first_choices(text: str) -> Choices:
    """Every marked place with the first proposal for it, until a person has looked."""
    return Choices(text, tuple(Choice(d, d.proposals[0] if d.proposals else "…") for d in details(text)))


def applied(text: str, choices: Iterable[Choice]) -> str:
    """`text` with the chosen words in their places. What is left out takes the space before it along."""
    parts, at = [], 0
    for choice in sorted(choices, key=lambda each: each.detail.start):
        if choice.words is None or choice.detail.start < at:
            continue
        before = text[at : choice.detail.start]
        parts += [before if choice.words else before.rstrip(" "), choice.words]
        at = choice.detail.end
    return "".join([*parts, text[at:]]).strip()

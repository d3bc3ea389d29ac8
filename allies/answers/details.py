"""What in an asker's words could let somebody recognise her or hers, and the words with each place decided.

Places are code points of the text, in order, and never overlap.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from typing import Any

from allies.language.veiling import Detail, veil, veiled


@dataclass(frozen=True, slots=True)
class Choice:
    """What a person decided about a detail. `words` stand there; None leaves it as it is, and `why` says why."""

    detail: Detail
    words: str | None
    why: str = ""

    @property
    def stamp(self) -> str:
        """Short, and another when something else is chosen."""
        return hashlib.sha256(json.dumps([self.words, self.why]).encode()).hexdigest()[:12]


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

    def stamps(self) -> dict[int, str]:
        """By place, so that two can be told apart detail by detail. Places never move: details are only added."""
        return {each.detail.start: each.stamp for each in self.made}

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


def first_choices(text: str) -> Choices:
    """Every marked place with the first proposal for it, until a person has looked."""
    return Choices(text, tuple(Choice(detail, detail.proposals[0]) for detail in veil(text)))


def applied(text: str, choices: Iterable[Choice]) -> str:
    """`text` with the chosen words in their places, as a sentence would have them; ValueError when places overlap."""
    return veiled(text, {each.detail: each.words for each in choices if each.words is not None}).strip()

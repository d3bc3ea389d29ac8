"""Finding somebody's words again in other texts: word for word, several in a row, whatever stands between them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

RUN = 5  # words in a row that say whose they are; fewer are anybody's
FEWEST = 3  # of a text that is shorter than that
GAP = "[…]"
# Passed over: tags and entities, so that a run is found through them; then entities alone, for what stands in a tag.
_TOKENS = [re.compile(rf"{passed}|[^\W_]+") for passed in (r"<[^<>]*>|&#?\w+;", r"&#?\w+;")]


class Runs:
    """The runs of words in `texts`, and `names` that stand for somebody."""

    def __init__(self, texts: Iterable[str], names: Iterable[str] = ()) -> None:
        self.known: set[tuple[str, ...]] = set()
        for text in texts:
            words = [text[start:end].casefold() for start, end in _words(text, _TOKENS[1])]
            length = min(RUN, len(words))
            if length >= FEWEST:
                self.known |= {tuple(words[at : at + length]) for at in range(len(words) - length + 1)}
        self.lengths = {len(run) for run in self.known}
        self.names = [re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE) for name in names if name]

    def out_of(self, value: Any) -> Any:
        """`value` without them: a text (of HTML too), a text that holds JSON, or what JSON is made of."""
        if isinstance(value, dict):
            return {name: self.out_of(each) for name, each in value.items()}
        if isinstance(value, list):
            return [self.out_of(each) for each in value]
        if not isinstance(value, str):
            return value
        inner = _inner(value)
        if inner is None:
            return self._out_of_text(value)
        cleaned = self.out_of(inner)
        return value if cleaned == inner else json.dumps(cleaned)

    def _out_of_text(self, text: str) -> str:
        for token in _TOKENS:
            text = self._without_runs(text, _words(text, token))
        for name in self.names:
            text = name.sub(_("a member"), text)
        return text

    def _without_runs(self, text: str, words: list[tuple[int, int]]) -> str:
        folded = [text[start:end].casefold() for start, end in words]
        gone: set[int] = set()
        for length in self.lengths:
            for at in range(len(folded) - length + 1):
                if tuple(folded[at : at + length]) in self.known:
                    gone.update(range(at, at + length))
        for at in sorted(gone, reverse=True):
            start, end = words[at]
            if at + 1 in gone:
                between = text[end : words[at + 1][0]]
                end = end if {"<", ">"} & set(between) else words[at + 1][0]
            text = text[:start] + (GAP if at - 1 not in gone else "") + text[end:]
        return text


def _words(text: str, token: re.Pattern[str]) -> list[tuple[int, int]]:
    return [found.span() for found in token.finditer(text) if found[0][0] not in "<&"]


def _inner(text: str) -> Any:
    """What a text of JSON holds, as stored bodies do; None for any other."""
    if text[:1] not in {"[", "{"}:
        return None
    try:
        return json.loads(text)
    except ValueError:
        return None

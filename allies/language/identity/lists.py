"""The word lists of the files beside this one, read once."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent


@cache
def _file(name: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


def _words(of: Any) -> frozenset[str]:
    texts = of.values() if isinstance(of, dict) else [of]
    return frozenset(word for text in texts for word in text.split())


@cache
def words(file: str, table: str, key: str | None = None) -> frozenset[str]:
    """The words of a table, or of one key in it."""
    whole = _file(file)[table]
    return _words(whole if key is None else whole[key])


@cache
def phrases(file: str, key: str) -> frozenset[str]:
    """Entries with a semicolon or a line's end between them."""
    return frozenset(entry.strip() for entry in re.split(r"[;\n]", _file(file)[key]) if entry.strip())


def one_of(some: frozenset[str] | str) -> str:
    """A regex for one of these words, the longest first."""
    listed = some.split() if isinstance(some, str) else some
    return "|".join(re.escape(word) for word in sorted(listed, key=lambda word: (-len(word), word)))

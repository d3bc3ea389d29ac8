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


@cache
def words(file: str, table: str, key: str | None = None) -> frozenset[str]:
    """The words of a table, or of one key in it."""
    whole = _file(file)[table]
    texts = whole.values() if key is None and isinstance(whole, dict) else [whole if key is None else whole[key]]
    return frozenset(word for text in texts for word in text.split())


@cache
def phrases(file: str, table: str, key: str) -> frozenset[str]:
    """Entries with a semicolon between them."""
    return frozenset(entry.strip() for entry in re.split(r"[;\n]", _file(file)[table][key]) if entry.strip())


def one_of(some: frozenset[str]) -> str:
    """A regex for one of these, the longest first."""
    return "|".join(re.escape(entry).replace(r"\ ", " ") for entry in sorted(some, key=lambda each: (-len(each), each)))


def cue(table: str, key: str) -> str:
    """A regex for one of the entries of `cues.toml`, whether words or phrases."""
    return one_of(entries(table, key))


def entries(table: str, key: str) -> frozenset[str]:
    """The entries of `cues.toml`, whether words or phrases."""
    text = _file("cues")[table][key]
    return phrases("cues", table, key) if ";" in text else words("cues", table, key)

"""The method's table as a device without a connection gets it: the same rows, conditions and words, as plain values."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Any

from allies.craft.situation import Situation
from allies.craft.table import CLOSES, FOLDER, URGENT, Row, table
from allies.notebook.right_now import CLOSED, QUESTIONS, TITLES

WORDS = ("do", "avoid", "say", "why", "next", "lesson", "stance", "urgent", "closed")


@cache
def rules() -> dict[str, Any]:
    """Rows with conditions: any of `when` holds where all its fields do. `static/js/now-rules.js` reads it."""
    rows = table()
    named = tomllib.loads((FOLDER / "named.toml").read_text(encoding="utf-8"))
    return {
        "named": {name: _listed(when) for name, when in named.items()},
        "guards": [_row(row) for row in rows.guarding],
        "stances": [_row(row) for row in rows.answering],
        "urgent": list(URGENT),
        "closes": list(CLOSES),
        "defaults": dict(Situation().values()),
    }


def page_words(lessons: Mapping[str, str]) -> dict[str, Any]:
    """All that the page on the device needs beside its HTML: the rules, what taps stand for, the words of names."""
    return {
        "rules": rules(),
        "taps": {each.name: {value: tap.fields for value, tap in each.taps.items()} for each in QUESTIONS},
        "titles": {name: str(words) for name, words in TITLES.items()},
        "closed": {name: str(words) for name, words in CLOSED.items()},
        "lessons": {row.lesson: lessons.get(f"/learn/{row.lesson}/", "") for row in table().answering},
    }


def _row(row: Row) -> dict[str, Any]:
    words = {name: value for name in WORDS if (value := getattr(row, name))}
    return {"when": [_condition(each) for each in row.when], **words}


def _condition(condition: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value if key in {"is", "not"} else _listed(value) for key, value in condition.items()}


def _listed(given: Any) -> list[Any]:
    found = given if isinstance(given, list) else [given]
    return [_condition(each) if isinstance(each, dict) else each for each in found]

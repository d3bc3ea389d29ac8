"""Situations labelled from METHOD.md: 177 before there was a table, 60 drawn at random and labelled without it."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from allies.craft.responding import respond
from allies.craft.situation import CHOICES, Situation
from allies.craft.table import STANCES

LABELLED = sorted(Path(__file__).parent.glob("examples/situations*.jsonl"))
ROWS = [json.loads(line) for path in LABELLED for line in path.read_text().splitlines()]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["id"])
def test_the_table_answers_as_labelled(row: dict[str, Any]) -> None:
    given = respond(Situation.read({name: row[name] for name in CHOICES}))
    found = {"stance": given.stance, "urgent": list(given.urgent), "closed": list(given.closed)}
    assert {name: found[name] for name in row["expected"]} == row["expected"]


def test_there_are_many_and_of_every_kind() -> None:
    assert len(ROWS) >= 150
    assert len({row["id"] for row in ROWS}) == len(ROWS)
    stances = Counter(row["expected"]["stance"] for row in ROWS)
    assert set(stances) == set(STANCES)
    for name, choices in CHOICES.items():
        assert {row[name] for row in ROWS} == set(choices)

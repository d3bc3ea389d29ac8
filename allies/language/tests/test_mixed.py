"""Comments of all kinds together, as people write them: how many are seen, and how many are left alone.

These files were looked at while rules were written, so the figures flatter; for `benchmarks/words.py` there is a set
that was not.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from allies.language import Finding, check
from allies.language.marked import Example, read_examples

FOLDER = Path(__file__).parent / "examples"
FLOORS = {  # precision, recall
    "crisis": (0.85, 0.95),
    "identity": (0.95, 0.9),
    "stigma": (0.95, 0.92),
    "advice": (0.92, 0.9),
    "disrespect": (0.95, 0.85),
}


@cache
def checked() -> list[tuple[Example, list[Finding]]]:
    files = sorted(FOLDER.glob("mixed-*.txt"))
    return [(each, check(each.text)) for path in files for each in read_examples(path)]


def test_there_are_many() -> None:
    assert len(checked()) >= 1600


@pytest.mark.parametrize("kind", FLOORS)
def test_a_kind_is_seen_and_seldom_where_it_is_not(kind: str) -> None:
    pairs = [(kind in each.kinds(), any(one.kind == kind for one in found)) for each, found in checked()]
    right = sum(has and got for has, got in pairs)
    precision, recall = right / sum(got for _has, got in pairs), right / sum(has for has, _got in pairs)
    assert (precision, recall) >= FLOORS[kind]
    assert recall >= FLOORS[kind][1]


def test_nearly_all_urgent_danger_is_seen() -> None:
    urgent = [
        any(one.kind == "crisis" for one in found)
        for each, found in checked()
        if any(label.severity == "urgent" for label in each.labels)
    ]
    assert sum(urgent) >= 0.98 * len(urgent) > 100


def test_comments_to_leave_alone_are_left_alone() -> None:
    marked = [bool(found) for each, found in checked() if not each.labels]
    assert sum(marked) <= 0.03 * len(marked)
    assert len(marked) > 600

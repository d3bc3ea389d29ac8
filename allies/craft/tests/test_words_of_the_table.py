"""The words of the table: short, plain, kind, and each with a lesson that is there to be read."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from allies.craft.table import Row, table
from allies.language import check
from allies.programme.reading_grade import reading_grade

ROWS = (*table().guarding, *table().answering)
CONTENT = Path(__file__).parents[3] / "content"
PARTS = re.compile(r"(?<=[.!?])\s+")


def lessons() -> dict[str, str]:
    """Each lesson's id, and its text with front matter."""
    texts = [path.read_text() for path in CONTENT.glob("modules/*/[0-9]*.md")]
    return {found[1]: text for text in texts if (found := re.search(r"^id: (\S+)$", text, re.MULTILINE))}


def named(row: Row) -> str:
    return row.id


@pytest.mark.parametrize("row", ROWS, ids=named)
def test_sentences_are_short_and_plain(row: Row) -> None:
    texts = [*row.say, *row.do, *row.avoid, row.why, *([row.next] if row.next else [])]
    assert [text for text in texts for part in PARTS.split(text) if len(part.split()) > 20] == []
    assert reading_grade(" ".join(texts)) <= 8
    assert [text for text in texts for each in check(text) if each.kind in ("stigma", "disrespect", "identity")] == []


@pytest.mark.parametrize("row", table().answering, ids=named)
def test_words_to_a_loved_one(row: Row) -> None:
    """One sentence each, which the words check has nothing against."""
    for sentence in row.say:
        assert len(PARTS.split(sentence)) == 1
        assert sentence[-1] in ".?!"
        assert not re.search(r"\b(?:always|never|must|should)\b", sentence, re.IGNORECASE)
        assert check(sentence) == []


def test_lessons_are_there_and_written() -> None:
    there = lessons()
    assert {row.lesson for row in table().answering} <= {
        name for name, text in there.items() if "status: ready" in text
    }
    assert all(f"slug: {name.split('/')[1]}\n" in text for name, text in there.items())


def test_a_source_names_a_procedure_or_a_safety_rule() -> None:
    assert [row.id for row in ROWS if not re.search(r"rocedure|afety rules|iolence gate", row.source)] == []

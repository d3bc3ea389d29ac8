from __future__ import annotations

from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from hypothesis import given
from hypothesis import strategies as st

from allies.programme.reading_grade import prose, reading_grade, syllables, words_in

SPOKEN = {
    1: "cat loved use breathe he's I can't don't",
    2: "table open wanted safely people didn't couldn’t treatment quiet going houses evening",
    3: "family somebody naloxone idea",
    4: "recovery",
}


@pytest.mark.parametrize(
    ("word", "count"), [(word, count) for count, words in SPOKEN.items() for word in words.split()]
)
def test_syllables(word: str, count: int) -> None:
    assert syllables(word) == count


@pytest.mark.parametrize(
    ("text", "grade"),
    [
        # Kincaid's formula by hand: 6 words, 1 sentence, 6 syllables; 10 words, 2 sentences, 13 syllables
        ("The cat sat on the mat.", 0.39 * 6 + 11.8 * 6 / 6 - 15.59),
        ("He wanted tea. The family put it on a table.", 0.39 * 5 + 11.8 * 14 / 10 - 15.59),
        ("", 0.0),
        ("123 — !", 0.0),
    ],
)
def test_grades_of_known_sentences(text: str, grade: float) -> None:
    assert reading_grade(text) == pytest.approx(grade)


def test_long_words_and_long_sentences_are_harder() -> None:
    easy = "Sit down. Have some tea. Say one kind thing."
    hard = "Interdisciplinary practitioners systematically operationalise motivational considerations, notwithstanding."
    assert reading_grade(easy) < 3 < 16 < reading_grade(hard)
    assert reading_grade(easy.replace(".", ",")) > reading_grade(easy)


def test_prose_is_what_a_reader_sees() -> None:
    source = "---\nid: x\n---\n## A heading\n\nTwo **words** [here](/a/b/).\n\n::: key\n- one\n- two\n:::\n"
    text = prose(source)
    assert "id" not in text
    assert "/a/b" not in text
    assert words_in(text) == 7
    assert text.count(".") == 4  # a heading and each point of a list end a sentence


@given(st.text(max_size=300))
def test_any_text_has_a_grade(text: str) -> None:
    assert isinstance(reading_grade(prose(text)), float)


def told(*arguments: str) -> str:
    out = StringIO()
    call_command("reading_grade", *arguments, stdout=out)
    return out.getvalue()


def test_the_command_prints_grade_words_and_path(tmp_path: Path) -> None:
    (tmp_path / "easy.md").write_text("The cat sat on the mat.")
    assert told(str(tmp_path)).split() == ["-1.4", "6", str(tmp_path / "easy.md")]


def test_the_command_fails_when_one_file_is_too_hard(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("The cat sat on the mat.")
    (tmp_path / "b.md").write_text("Interdisciplinary considerations notwithstanding, operationalise responsibilities.")
    with pytest.raises(CommandError, match="1 of 2 files are above grade 8"):
        told(str(tmp_path))
    assert "too hard" not in told(str(tmp_path), "--limit", "60")
    with pytest.raises(CommandError, match="2 of 2 files are above grade -5"):
        told(str(tmp_path), "--limit=-5")


def test_the_command_refuses_what_it_cannot_read(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="no Markdown file"):
        told(str(tmp_path))
    with pytest.raises(CommandError, match="cannot be read"):
        told(str(tmp_path / "nowhere.md"))
    with pytest.raises(CommandError, match="is not a number"):
        told(str(tmp_path), "--limit", "easy")


SHIPPED = sorted(settings.CONTENT.rglob("*.md"))


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_everything_we_ship_is_easy_to_read(path: Path) -> None:
    assert reading_grade(prose(path.read_text(encoding="utf-8"))) <= 8.0

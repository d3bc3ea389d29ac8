"""A draft holds every word that its member wrote, in order; what is said aloud holds every word of the draft."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allies.craft.drafting import draft, sentences

STEM = "I feel"
TEXTS = st.text(alphabet="abcI’. ?!\n", max_size=30)


@pytest.mark.parametrize(
    ("pieces", "feeling", "made"),
    [
        (["your days are long", "worried"], "worried", "Your days are long. I feel worried."),
        (["Sad and tired"], "Sad and tired", "I feel sad and tired."),
        (["I was so worried!"], "I was so worried!", "I was so worried!"),
        (["I’m sad"], "I’m sad", "I’m sad."),
        (["“Can I drive you?”", " "], "", "Can I drive you?"),
        (["", ""], "", ""),
    ],
)
def test_pieces_become_sentences(pieces: list[str], feeling: str, made: str) -> None:
    assert draft(pieces, feeling=feeling, feeling_stem=STEM) == made


def test_without_a_stem_nothing_is_added() -> None:
    assert draft(["worried"], feeling="worried") == "Worried."


@given(st.lists(TEXTS, max_size=6))
def test_no_word_is_lost(pieces: list[str]) -> None:
    assert letters(draft(pieces)) == letters("".join(pieces))


def test_one_sentence_at_a_time() -> None:
    said = sentences("I am glad.  Shall we call?\n“Yes.” Then\ngo")
    assert said == ["I am glad.", "Shall we call?", "“Yes.”", "Then", "go"]


@given(TEXTS)
def test_what_is_said_is_what_was_written(text: str) -> None:
    assert "".join(sentences(text)).replace(" ", "") == "".join(text.split())


def letters(text: str) -> str:
    return "".join(each for each in text.casefold() if each in "abci")

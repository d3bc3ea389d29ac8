"""What the small model sees of a sentence: its features, and how they are written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allies.language.lexicon import PIECES
from allies.language.model import KINDS, bounds, feature_key, feature_name, packed, plain, unpacked


@given(st.lists(st.sampled_from(["smoke", "KID", "a"]), min_size=1, max_size=2), st.booleans())
def test_a_feature_is_written_as_it_is_read(words: list[str], apart: bool) -> None:
    numbers = {"smoke": 2, "KID": 3, "a": 4}
    name = (" _ " if apart else " ").join(words)
    assert feature_name(feature_key(name, numbers), {number: word for word, number in numbers.items()}) == name


@pytest.mark.parametrize(
    ("word", "as_"), [("sons", "KIN"), ("baby", "KID"), ("1998", "YEAR"), ("40", "NUM"), ("pills", "pill")]
)
def test_people_and_numbers_are_read_as_what_they_are(word: str, as_: str) -> None:
    assert plain(word) == as_


def test_sentences_end_where_marks_are() -> None:
    pieces = PIECES.findall("one two. three! four")
    assert ["".join(pieces[start:end]) for start, end in bounds(pieces)] == ["one two", "three", "four"]


@given(st.lists(st.lists(st.integers(-5000, 5000), min_size=3, max_size=3), max_size=300))
def test_sums_of_several_at_once(rows: list[list[int]]) -> None:
    expected = [sum(row[place] for row in rows) for place in range(len(KINDS))]
    assert unpacked(sum(map(packed, rows))) == expected

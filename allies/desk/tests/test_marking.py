from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from allies.desk.marking import pieces
from allies.language import Finding

TEXT = "My number is 602-555-0173."


def found(start: int, end: int) -> Finding:
    return Finding("identity", start, end, "phone", "direct", "Why.")


def test_what_was_found_stands_apart() -> None:
    cut = pieces(TEXT, [found(13, 25)])
    assert [piece.text for piece in cut] == ["My number is ", "602-555-0173", "."]
    assert [bool(piece.kind) for piece in cut] == [False, True, False]


def test_of_two_that_overlap_the_first_is_marked() -> None:
    assert [piece.text for piece in pieces(TEXT, [found(3, 9), found(5, 12)])] == ["My ", "number", TEXT[9:]]


@given(st.text(min_size=1), st.lists(st.tuples(st.integers(0, 50), st.integers(1, 20))))
def test_no_word_is_lost(text: str, places: list[tuple[int, int]]) -> None:
    inside = [(start, start + length) for start, length in places if start + length <= len(text)]
    assert "".join(piece.text for piece in pieces(text, [found(*place) for place in inside])) == text

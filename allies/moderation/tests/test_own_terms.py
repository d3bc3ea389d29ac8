from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allies.moderation.own_terms import places


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("druggo", "That druggo again.", ["druggo"]),
        ("druggo", "Two DRUGGOS came.", ["DRUGGOS"]),
        ("druggo", "A druggonaut.", []),
        ("lost cause", "He is a lost  cause, a lost-cause.", ["lost  cause", "lost-cause"]),
        ("user's mind", "the user’s mind", ["user’s mind"]),
        ("a+b", "a+b, aab", ["a+b"]),
        ("-", "one - two", []),
    ],
)
def test_where_a_phrase_stands(phrase: str, text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in places(phrase, text)] == found


@given(st.text(max_size=60), st.text())
def test_any_phrase_and_text_will_do(phrase: str, text: str) -> None:
    assert all(0 <= start < end <= len(text) for start, end in places(phrase, text))

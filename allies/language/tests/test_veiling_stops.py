"""A detail may hold the full stop that closes its sentence: the stop stays."""

from __future__ import annotations

import pytest

from allies.language.veiling import Detail, veiled


def put(text: str, phrase: str, words: str) -> str:
    at = text.index(phrase)
    return veiled(text, {Detail(at, at + len(phrase), "own", "", (words,)): words})


@pytest.mark.parametrize(
    ("text", "phrase", "words", "made"),
    [
        ("He lives in Dayton. We talk.", "in Dayton.", "near us", "He lives near us. We talk."),
        ("He lives in Dayton.", "in Dayton.", "near us", "He lives near us."),
        ("He lives in Dayton!\nWe talk.", "in Dayton!", "near us", "He lives near us!\nWe talk."),
        ("Is he in Dayton? We asked.", "in Dayton?", "near us", "Is he near us? We asked."),
        ("He lives in Dayton. We talk.", "in Dayton.", "near us.", "He lives near us. We talk."),
        ("He lives in Dayton. We talk.", "in Dayton.", "", "He lives. We talk."),
        ("He left. In Dayton. We talk.", "In Dayton.", "", "He left. We talk."),
        ("He wrote “I am done.” We cried.", "“I am done.”", "a hard word", "He wrote a hard word. We cried."),
        ("He came at 3 p.m. and slept.", "at 3 p.m.", "one day", "He came one day and slept."),
        ("He lives in Dayton. We talk.", "in Dayton", "near us", "He lives near us. We talk."),
    ],
)
def test_the_stop_stays(text: str, phrase: str, words: str, made: str) -> None:
    assert put(text, phrase, words) == made

"""The small model for danger: its file, its features, and what it adds to the rules."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allies.language import Checker, check
from allies.language.lexicon import PIECES
from allies.language.model import (
    FILE,
    HEADS,
    Model,
    bounds,
    feature_key,
    feature_name,
    plain,
    read_model,
    shipped_model,
)
from allies.language.rules import shipped

TINY = "\n".join(
    [
        "# a comment",
        "BIAS\t-1\t0\t0\t0\t0\t0\t0",
        "THRESHOLD\t0.5\t0.1\t0.02",
        "GLANCE\t0.5",
        "smoke\t2\t-1\t3\t0\t0\t1\t1",
        "calm\t0\t0\t0\t0\t0\t0\t-1",
        "smoke rise\t1.5",
        "not smoke\t-4",
        "smoke _ KID\t0.5",
    ]
)


@pytest.fixture
def tiny() -> Model:
    return read_model(TINY, {"isnt": "is not"})


def looked_at(model: Model, text: str) -> list[float]:
    pieces = PIECES.findall(text)
    hints = [model.hint(piece) for piece in pieces if piece[0].isalnum()]
    return [round(model.chance(each), 3) for each in model.worth_a_look(pieces, hints)]


def test_the_file_is_a_text_of_less_than_a_megabyte() -> None:
    text = FILE.read_text(encoding="utf-8")
    assert FILE.stat().st_size < 1_000_000
    assert text.startswith("# ")
    assert len(shipped_model().danger) > 5_000


def test_words_and_pairs_add_up(tiny: Model) -> None:
    assert looked_at(tiny, "smoke rise") == [0.924]  # -1 + 2 + 1.5
    assert looked_at(tiny, "smoke") == [0.731]
    assert looked_at(tiny, "smoke, my child") == [0.818]


def test_what_hints_at_nothing_is_not_looked_at(tiny: Model) -> None:
    assert looked_at(tiny, "calm smoke") == []
    assert looked_at(tiny, "rain. smoke. rain") == [0.731]


def test_short_forms_are_read_in_full(tiny: Model) -> None:
    expected = [0.047]  # -1 + 2 - 4
    assert (
        looked_at(tiny, "isnt smoke") == looked_at(tiny, "isn't smoke") == looked_at(tiny, "is not smoke") == expected
    )


def test_it_tells_which_danger_and_whether_minutes_matter(tiny: Model) -> None:
    (sentence,) = tiny.worth_a_look(["smoke"], [1.0])
    assert tiny.kind(sentence) == ("overdose", True)


@pytest.mark.parametrize(
    "spoilt", ["", "BIAS\t1", TINY.replace("GLANCE\t0.5", "GLANCE\tx"), TINY.replace("\t1.5", "\t")]
)
def test_a_spoilt_file_is_no_model(spoilt: str) -> None:
    with pytest.raises((ValueError, KeyError)):
        read_model(spoilt, {})


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


def test_it_finds_what_no_rule_names_and_keeps_quiet_elsewhere() -> None:
    rules = Checker(shipped()["rule"])
    told = "My dad said over the roast that we won't have to put up with him much longer."
    assert not [each for each in rules.check(told) if each.kind == "crisis"]
    assert [each.kind for each in check(told)] == ["crisis"]
    assert check("My dad said over the roast that the potatoes were perfect.") == []
    assert len(HEADS) == len(shipped_model().bias)

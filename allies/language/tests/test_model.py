"""The small model: its file, its features, and what it adds to the rules."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allies.language.lexicon import NONE, PIECES
from allies.language.model import (
    FILE,
    KIND_BITS,
    LONGEST,
    Model,
    bounds,
    features,
    packed,
    parts,
    read_model,
    shipped_model,
)
from allies.language.tests.tiny import TINY


@pytest.fixture
def tiny() -> Model:
    return read_model(TINY, {"isnt": "is not"})


def read(model: Model, text: str) -> Iterator[list[int]]:
    pieces = PIECES.findall(text)
    numbers = [model.vocabulary.of(piece) if piece[0].isalnum() else NONE for piece in pieces]
    for sentence in bounds(pieces):
        for start, end in parts(*sentence):
            yield features(numbers[start:end])


def looked_at(model: Model, text: str, kind: str = "crisis") -> list[float]:
    return [round(model.chances(model.sums(each))[kind], 3) for each in read(model, text)]


def test_the_file_is_a_text_of_less_than_a_megabyte() -> None:
    text = FILE.read_text(encoding="utf-8")
    assert FILE.stat().st_size < 1_000_000
    assert text.startswith("# ")
    assert len(shipped_model().weights) > 5_000


def test_words_and_pairs_add_up(tiny: Model) -> None:
    assert looked_at(tiny, "smoke rise") == [0.924]  # -1 + 2 + 1.5
    assert looked_at(tiny, "smoke") == [0.731]
    assert looked_at(tiny, "smoke, my child") == [0.818]
    assert looked_at(tiny, "rain. smoke. rain") == [0.269, 0.731, 0.269]


def test_each_kind_has_its_own_weights(tiny: Model) -> None:
    assert looked_at(tiny, "shame", "disrespect") == [0.818]
    assert looked_at(tiny, "smoke", "disrespect") == [0.018]
    assert looked_at(tiny, "smoke", "advice") == [0.269]


@pytest.mark.parametrize(
    ("text", "likely", "tried"),
    [
        ("smoke", True, "crisis"),
        ("shame", True, "disrespect"),
        ("rain", False, "disrespect"),
        ("", False, "disrespect"),
    ],
)
def test_what_is_likely_is_known_without_the_chances(tiny: Model, text: str, likely: bool, tried: str) -> None:
    assert any(tiny.is_likely(tiny.sums(each)) for each in read(tiny, text)) == likely
    assert {tiny.tried(tiny.sums(each)) for each in read(tiny, text)} <= {KIND_BITS[tried]}


@given(st.lists(st.integers(-3000, 3000), min_size=3, max_size=3))
def test_likely_is_at_the_threshold_or_over(sums: list[int]) -> None:
    tiny, total = read_model(TINY, {}), packed(sums)
    reached = [chance >= tiny.thresholds[kind] for kind, chance in tiny.chances(total).items()]
    assert tiny.is_likely(total) == any(reached)


def test_short_forms_are_read_in_full(tiny: Model) -> None:
    expected = [0.047]  # -1 + 2 - 4
    assert (
        looked_at(tiny, "isnt smoke") == looked_at(tiny, "isn't smoke") == looked_at(tiny, "is not smoke") == expected
    )


def test_it_tells_which_sort_of_a_kind(tiny: Model) -> None:
    (smoke,), (shame,) = read(tiny, "smoke"), read(tiny, "shame")
    sorts = tiny.side("crisis", smoke)
    assert max(sorts, key=sorts.__getitem__) == "overdose"
    assert sorts["urgent"] > 0
    assert tiny.side("disrespect", shame) == {"attack": 0.5}
    assert tiny.side("disrespect", smoke) == {"attack": -1.0}


def test_long_sentences_are_looked_at_in_parts(tiny: Model) -> None:
    assert max(looked_at(tiny, "rain " * 300 + "smoke rise")) == 0.924
    pieces = PIECES.findall("rain " * 300)
    looked_at_together = list(parts(*bounds(pieces)[0]))
    assert all(end - start <= LONGEST for start, end in looked_at_together)
    assert {place for start, end in looked_at_together for place in range(start, end)} == set(range(len(pieces)))


@pytest.mark.parametrize(
    "spoilt",
    ["", "BIAS\t1", TINY.replace("500\t500\t500", "500\tx"), TINY.replace("\t75", "\ta"), TINY.replace("BIAS", "?")],
)
def test_a_spoilt_file_is_no_model(spoilt: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - whatever the text is that is no number
        read_model(spoilt, {})

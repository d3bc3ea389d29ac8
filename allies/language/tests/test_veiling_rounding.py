"""Exact numbers made rough, by computing."""

from __future__ import annotations

import pytest

from allies.language.veiling import rounding


@pytest.mark.parametrize(
    ("words", "number"),
    [("twenty-three", 23), ("1,250", 1250), ("nine thousand", 9000), ("5k", 5000), ("five hundred", 500), ("x", 0)],
)
def test_numbers_are_read(words: str, number: float) -> None:
    assert rounding.value(words) == number


def test_roughness_is_computed() -> None:
    assert [rounding.age_band(years, "her") for years in (4, 9, 15, 38, 104)][-2:] == [
        "in her thirties",
        "in her nineties",
    ]
    assert rounding.part_of_day(3, "am") == "early in the morning"
    assert rounding.part_of_day(7, "") == ""
    assert rounding.duration(47, "day") == "some weeks"
    assert rounding.duration(11, "year") == "more than ten years"
    assert [rounding.money(sum_) for sum_ in (5, 50, 640, 2300, 21_000)] == [
        "a little money", "some money", "a few hundred", "some thousands", "a lot of money",
    ]  # fmt: skip


def test_a_length_that_many_share_is_round() -> None:
    assert rounding.is_round(10, "year")
    assert rounding.is_round(90, "day")
    assert not rounding.is_round(11, "year")
    assert not rounding.is_round(47, "day")

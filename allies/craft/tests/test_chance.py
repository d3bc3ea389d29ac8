"""Shares of small numbers: Wilson's interval by its known values and by what must always hold."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allies.craft.chance import ENOUGH, Share, wilson

COUNTS = st.integers(0, 400).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of)))


@pytest.mark.parametrize(
    ("hits", "of", "low", "high"),
    [
        (81, 263, 0.2553, 0.3662),  # these four: R. G. Newcombe, Statistics in Medicine 17 (1998), 857-872, table I
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
        (8, 10, 0.4902, 0.9433),
        (5, 10, 0.2366, 0.7634),
    ],
)
def test_known_values(hits: int, of: int, low: float, high: float) -> None:
    assert wilson(hits, of) == pytest.approx((low, high), abs=5e-5)


@given(COUNTS)
def test_the_rate_lies_inside_and_everything_between_0_and_1(counts: tuple[int, int]) -> None:
    hits, of = counts
    low, high = wilson(hits, of)
    assert 0 <= low <= (hits / of if of else low) <= high <= 1


@given(COUNTS, st.integers(2, 9))
def test_more_of_the_same_makes_it_narrower(counts: tuple[int, int], times: int) -> None:
    hits, of = counts
    few, many = wilson(hits, of), wilson(hits * times, of * times)
    assert of == 0 or many.high - many.low < few.high - few.low


@given(COUNTS)
def test_use_and_non_use_mirror_each_other(counts: tuple[int, int]) -> None:
    hits, of = counts
    low, high = wilson(of - hits, of)
    assert wilson(hits, of) == pytest.approx((1 - high, 1 - low))


@pytest.mark.parametrize(("hits", "of"), [(3, 2), (-1, 4), (0, -1)])
def test_what_is_no_share_is_refused(hits: int, of: int) -> None:
    with pytest.raises(ValueError, match="no share"):
        wilson(hits, of)


@given(COUNTS)
def test_silent_until_there_is_enough(counts: tuple[int, int]) -> None:
    share = Share(*counts)
    silent = share.of < ENOUGH
    assert (share.rate is None, share.interval is None, share.missing > 0) == (silent, silent, silent)
    assert share.of + share.missing >= ENOUGH
    assert not silent or share.beyond(0.5) == 0


def test_beyond_needs_the_whole_interval() -> None:
    assert [Share(8, 10).beyond(rate) for rate in (0.49, 0.5, 0.95)] == [1, 0, -1]
    assert Share(8, 10).beyond(0.49, z=2.807) == 0
    assert Share(8, 10).beyond(None) == 0

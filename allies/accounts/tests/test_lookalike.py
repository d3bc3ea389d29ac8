from __future__ import annotations

import pytest

from allies.accounts.lookalike import skeleton


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("alice", "a1ice"),
        ("alice", "Alıce"),
        ("bob", "ВОВ"),
        ("corner", "comer"),
        ("o0o", "OOO"),
        ("wave", "vvave"),
        ("night owl", "nightowl"),
    ],
)
def test_look_alikes_share_a_skeleton(one: str, other: str) -> None:
    assert skeleton(one) == skeleton(other)


@pytest.mark.parametrize(
    ("one", "other"), [("alice", "alicia"), ("bob", "rob"), ("みどり", "ミドリ"), ("owl7", "owl8")]
)
def test_different_names_do_not(one: str, other: str) -> None:
    assert skeleton(one) != skeleton(other)

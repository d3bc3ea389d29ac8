from __future__ import annotations

from dataclasses import FrozenInstanceError
from math import prod
from typing import Any

import pytest

from allies.craft.situation import CHOICES, SIZE, Situation, SituationError


def test_what_is_left_out_assumes_least() -> None:
    assert Situation.read({}) == Situation("unsure", "none", "unaware", "none", False, "calm", False, False)
    assert Situation.read({"now": "using", "children_present": True}) == Situation("using", children_present=True)


def test_there_are_as_many_as_we_say() -> None:
    assert prod(map(len, CHOICES.values())) == SIZE


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"now": "drunk"}, "“now” is 'drunk'; it may be using, not_using, withdrawing, unsure, apart"),
        ({"me": None}, "“me” is None; it may be calm, upset, exhausted, afraid"),
        ({"violence": ["past"]}, "“violence” is ['past']; it may be none, past, recent, now"),
        ({"children_present": 1}, "“children_present” is 1; it may be false, true"),
        ({"weather_danger": "true"}, "“weather_danger” is 'true'; it may be false, true"),
        ({"lives_with_me": 0.0}, "“lives_with_me” is 0.0; it may be false, true"),
        ({"stage": "Refusing"}, "“stage” is 'Refusing'; it may be unaware, refusing"),
        ({"mood": "calm"}, "there is no field “mood”; the fields are now, event, stage"),
    ],
)
def test_what_is_wrong_is_named_with_its_choices(given: dict[str, Any], says: str) -> None:
    with pytest.raises(SituationError) as refused:
        Situation.read(given)
    assert says in str(refused.value)


def test_it_cannot_be_made_wrong_or_changed() -> None:
    with pytest.raises(SituationError):
        Situation(now="high")
    with pytest.raises(FrozenInstanceError):
        Situation().now = "using"  # type: ignore[misc]

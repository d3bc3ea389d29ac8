"""What a family member says about the moment she is in: eight answers, the rest is the method's.

Source: METHOD's safety rules and procedures 1, 4, 5, 6, 7, 10 and 11; each value is what one of them asks about.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any, Final

CHOICES: Final[dict[str, tuple[str | bool, ...]]] = {
    "now": ("using", "not_using", "withdrawing", "unsure", "apart"),
    "event": (
        "none", "came_home_using", "asked_for_money", "asked_for_help", "wish", "dip", "agreed_to_treatment",
        "attended_treatment", "missed_treatment", "left_treatment", "returned_to_use", "milestone", "broke_boundary",
        "argument", "lied", "threat", "hurt_me", "overdose_signs", "suicide_talk", "driving_intoxicated",
        "child_at_risk", "needs_shelter", "released",
    ),
    "stage": ("unaware", "refusing", "considering", "entering", "in_treatment", "in_recovery", "returned"),
    "violence": ("none", "past", "recent", "now"),
    "children_present": (False, True),
    "me": ("calm", "upset", "exhausted", "afraid"),
    "lives_with_me": (False, True),
    "weather_danger": (False, True),
}  # fmt: skip
SIZE: Final = 103_040  # how many situations there are


class SituationError(ValueError):
    """Which field is wrong, and what it may be."""


@dataclass(frozen=True, slots=True)
class Situation:
    """One moment. What is left out is the value that assumes least.

    `now`       the loved one at this moment; `apart` when the member cannot see.
    `event`     what has just happened.
    `stage`     where the loved one stands with treatment.
    `violence`  toward the member or the family; `past` is over, `recent` is not.
    `me`        how the member is.

    Raises SituationError for any value that is not one of CHOICES.
    """

    now: str = "unsure"
    event: str = "none"
    stage: str = "unaware"
    violence: str = "none"
    children_present: bool = False
    me: str = "calm"
    lives_with_me: bool = False
    weather_danger: bool = False

    def __post_init__(self) -> None:
        for name, value in self.values():
            checked(name, value)

    def values(self) -> tuple[tuple[str, str | bool], ...]:
        return tuple((name, getattr(self, name)) for name in CHOICES)

    @classmethod
    def read(cls, given: Mapping[str, Any]) -> Situation:
        """The situation that `given` describes. Raises SituationError for an unknown field, value or type."""
        for name in given:
            if name not in CHOICES:
                raise SituationError(f"there is no field “{name}”; the fields are {', '.join(CHOICES)}")
        return cls(**given)

    @property
    def place(self) -> int:
        """Its number among all situations, as `allies.craft.places` counts them: 0 to SIZE - 1."""
        number = 0
        for name, choices in CHOICES.items():
            number = number * len(choices) + choices.index(getattr(self, name))
        return number


def checked(name: str, value: object) -> str | bool:
    """`value`, if field `name` may have it. 1 is not true, and "true" is a text."""
    for choice in CHOICES[name]:
        if type(value) is type(choice) and value == choice:
            return choice
    shown = ", ".join(str(choice).lower() if isinstance(choice, bool) else choice for choice in CHOICES[name])
    raise SituationError(f"“{name}” is {value!r:.60}; it may be {shown}")


assert tuple(field.name for field in fields(Situation)) == tuple(CHOICES)

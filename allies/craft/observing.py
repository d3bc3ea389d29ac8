"""What a family member notes down about one episode: the columns of CRAFT's functional analysis, in taps.

Source: METHOD procedures 2 and 3 (functional analysis of use, and of a healthy activity).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

State = Literal["use", "non_use", "unsure"]

STATES: Final = ("use", "non_use", "unsure")
HOURS: Final = ("morning", "afternoon", "evening", "night")  # 5-12, 12-17, 17-22, 22-5
PLACES: Final = ("home", "their_place", "out", "work", "car", "phone", "elsewhere")
COMPANY: Final = ("alone", "me", "partner", "family", "friends", "colleagues", "others")
FEELINGS: Final = ("calm", "happy", "stressed", "angry", "sad", "anxious", "bored", "lonely", "unwell")
MY_ACTS: Final = (
    "praised", "gave_reward", "spent_time", "listened", "asked_calmly", "stayed_calm", "kept_boundary", "stepped_away",
    "let_it_follow", "argued", "pleaded", "covered", "gave_money", "did_nothing",
)  # fmt: skip
FOLLOWED: Final = (
    "good_time", "talked", "thanked", "helped", "kept_going", "used_less", "stopped", "left", "slept", "argument",
    "used_more", "wish", "dip", "nothing",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Observation:
    """One episode. Everything but `day` and `state` may be left out ("" or empty, None): taps, not a questionnaire.

    `day`       the member's own calendar day on which it began.
    `state`     whether the loved one was using: use, non_use, unsure. A healthy activity is non_use.
    `hour`, `place`, `company`, `feeling`   one of HOURS, PLACES; some of COMPANY, FEELINGS (the loved one's, before).
    `i_did`, `followed`   some of MY_ACTS, some of FOLLOWED.
    `mood`      the member's own, 0 (as bad as it gets) to 10.
    """

    day: date
    state: State
    hour: str = ""
    place: str = ""
    company: tuple[str, ...] = ()
    feeling: tuple[str, ...] = ()
    i_did: tuple[str, ...] = ()
    followed: tuple[str, ...] = ()
    mood: int | None = None

"""Notes as a family might make them, for the tests beside this file."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from allies.craft.observing import COMPANY, FEELINGS, FOLLOWED, HOURS, MY_ACTS, PLACES, STATES, Observation, State

TODAY = date(2026, 11, 25)  # a Wednesday


def some(values: tuple[str, ...]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(values), max_size=3).map(tuple)


OBSERVATIONS = st.builds(
    Observation,
    day=st.integers(0, 70).map(lambda ago: TODAY - timedelta(days=ago)),
    state=st.sampled_from(STATES),
    hour=st.sampled_from(("", *HOURS)),
    place=st.sampled_from(("", *PLACES)),
    company=some(COMPANY),
    feeling=some(FEELINGS),
    i_did=some(MY_ACTS),
    followed=some(FOLLOWED),
    mood=st.none() | st.integers(0, 10),
)
NOTEBOOKS = st.lists(OBSERVATIONS, max_size=40)


def note(state: State = "use", ago: int = 1, **more: Any) -> Observation:
    return Observation(day=TODAY - timedelta(days=ago), state=state, **more)


def notes(use: int, non_use: int, **more: Any) -> list[Observation]:
    """So many notes of each, all alike but for the state."""
    return [note("use", **more)] * use + [note("non_use", **more)] * non_use

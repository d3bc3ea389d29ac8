"""The questions of “right now”: at most six taps, and what is not asked changes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import pytest

from allies.craft.responding import respond
from allies.craft.situation import CHOICES, Situation, SituationError
from allies.craft.table import CLOSES, STANCES, table
from allies.notebook.right_now import CLOSED, ENDS, LEAVES_OUT, QUESTIONS, TITLES, asks, fields_of, situation_of

BY_NAME = {question.name: question for question in QUESTIONS}
AT_ONCE = {"overdose_signs", "unwell", "hurt_now"}  # one tap, and help: nothing else is asked, whatever it might add
UNASKED = {
    "weather_danger"
}  # where it is not asked, it adds one thing to avoid; "nowhere to sleep" has a tap of its own


def ways(event: str) -> Iterator[dict[str, str]]:
    """Every way through the questions after a first tap, as the page's script goes it."""

    def on(chosen: dict[str, str], names: list[str], needless: set[str]) -> Iterator[dict[str, str]]:
        name, *rest = names or [""]
        if not name:
            yield chosen
        elif name in needless:
            yield from on(chosen, rest, needless)
        else:
            for value in BY_NAME[name].taps:
                ended = value in ENDS.get(name, [])
                more = needless | set(LEAVES_OUT.get(name, {}).get(value, []))
                yield from on(chosen | {name: value}, [] if ended else rest, more)

    return on({"event": event}, asks()[event], set())


@pytest.mark.parametrize("event", BY_NAME["event"].taps)
def test_six_taps_at_most(event: str) -> None:
    assert max(len(way) for way in ways(event)) <= 6


@pytest.mark.parametrize("event", sorted(set(BY_NAME["event"].taps) - AT_ONCE))
def test_what_is_not_asked_changes_nothing(event: str) -> None:
    for way in ways(event):
        if any(value in ENDS.get(name, []) for name, value in way.items()):
            continue
        known = fields_of(way)
        free = {name: values for name, values in CHOICES.items() if name not in {*known, *UNASKED}}
        if "me" in free:
            free["me"] = tuple(value for value in free["me"] if value != "afraid")  # `safe` asks for that
        if not free:
            continue
        usual = respond(Situation.read(known))
        for values in product(*free.values()):
            more = dict(zip(free, values, strict=True))
            assert respond(Situation.read({**known, **more})) == usual, (way, more)


def test_every_event_value_and_field_can_be_tapped() -> None:
    taps = [tap.fields for question in QUESTIONS for tap in question.taps.values()]
    for name, values in CHOICES.items():
        assert {fields[name] for fields in taps if name in fields} == set(values), name


def test_danger_stands_first() -> None:
    heading, danger = BY_NAME["event"].groups[0]
    assert str(heading) == "Danger"
    urgent = {tap.value for tap in BY_NAME["event"].taps.values() if respond(situation_of({"event": tap.value})).urgent}
    assert urgent - {"released"} <= {tap.value for tap in danger}


def test_what_was_tapped_first_counts() -> None:
    assert situation_of({"event": "came_home_using", "now": "not_using"}).now == "using"
    assert situation_of({"safe": "past_afraid", "me": "calm"}) == Situation(violence="past", me="afraid")


@pytest.mark.parametrize("given", [{"event": "nothing we know"}, {"safe": "calm"}, {"now": "none"}])
def test_a_tap_that_there_is_not(given: dict[str, str]) -> None:
    with pytest.raises(SituationError):
        situation_of(given)


def test_every_name_has_words() -> None:
    assert set(TITLES) == set(STANCES)
    assert set(CLOSED) == set(CLOSES)


def test_every_row_can_be_reached_by_tapping_or_is_danger_already() -> None:
    asked = {situation_of(way) for event in BY_NAME["event"].taps for way in ways(event)}
    met = {respond(situation).why for situation in asked}
    rows = {row.why for row in table().answering if not row.id.startswith(("overdose", "withdrawing"))}
    assert rows <= met

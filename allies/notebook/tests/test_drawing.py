"""The drawings: every number stands in the table too, nothing lies outside or inline, few notes stay silent."""

from __future__ import annotations

import re

import pytest
from django.template.loader import render_to_string
from hypothesis import given, settings
from hypothesis import strategies as st

from allies.craft.observing import FOLLOWED, MY_ACTS, Observation
from allies.craft.patterns import SKILLS, VALUES, WELCOME, patterns
from allies.craft.series import openings, weeks
from allies.craft.tests.notes import NOTEBOOKS, TODAY, note, notes
from allies.notebook import drawing, saying
from allies.notebook.drawing import Chart

EVENINGS = [*notes(16, 2, hour="evening"), *notes(3, 15, hour="morning"), *notes(1, 1, hour="night")]


def drawn(observations: list[Observation]) -> list[Chart]:
    found = patterns(observations, today=TODAY)
    in_weeks = weeks(observations, today=TODAY)
    return [
        *drawing.pattern_charts(found),
        *drawing.after_charts(found),
        drawing.week_chart(in_weeks),
        drawing.mood_chart(in_weeks),
        drawing.opening_chart(openings(observations, today=TODAY)),
    ]


def page(chart: Chart) -> str:
    return spaced(render_to_string("notebook/chart.html", {"chart": chart}))


def spaced(words: object) -> str:
    return str(words).replace("\u00a0", " ")


@given(NOTEBOOKS, st.integers(1, 4))
@settings(max_examples=40, deadline=None)
def test_nothing_lies_outside_and_each_row_is_whole(notebook: list[Observation], times: int) -> None:
    charts = drawn(notebook * times)
    for chart in charts:
        assert all(len(row) == len(chart.heads) for row in chart.rows)
        for mark in chart.marks:
            across = [mark.x, mark.size if "%" in mark.size else "", mark.low, mark.high, mark.to_x]
            assert all(0 <= float(place[:-1]) <= 100 for place in across if place)
            down = [mark.y, mark.text_y, mark.line_y, mark.to_y, mark.ground]
            assert all(0 <= float(place[:-3]) <= float(chart.height[:-3]) for place in down if place)
    assert len({chart.key for chart in charts}) == len(charts)


def test_a_chart_has_words_and_a_table() -> None:
    chart = next(chart for chart in drawn(EVENINGS) if chart.key == "hour")
    html = page(chart)
    assert re.search(r'<svg class="plot" role="img"[^>]* aria-labelledby="title-hour words-hour"', html)
    assert '<title id="title-hour">By time of day</title>' in html
    assert "Evening: 16 of 18; Night: Not enough yet: 3 more notes</desc>" in html
    assert html.count("<tr>") == 1 + len(chart.rows) == 4
    assert '<th scope="row">Evening</th><td>16 of 18</td><td>67 to 97%</td><td>0</td>' in html
    assert 'fill="url(#hatch-hour)"' in html
    assert " style=" not in html


def test_too_few_notes_are_not_drawn() -> None:
    few = patterns(notes(2, 2, hour="night", i_did=("argued",), followed=("left",)), today=TODAY)
    assert [*drawing.pattern_charts(few), *drawing.after_charts(few), *drawing.hint_lines(few)] == []
    assert drawing.after_waiting(few) == ["Argued: Not enough yet: 1 more note"]
    assert "With 1 more note," in render_to_string("notebook/hints.html", {"hints": [], "missing": few.missing})
    night = next(chart for chart in drawn(EVENINGS) if chart.key == "hour").marks[-1]
    assert (night.label, night.size, night.low) == ("Night", "", "")


def test_hints_are_sentences() -> None:
    lines = [spaced(line["text"]) for line in drawing.hint_lines(patterns(EVENINGS, today=TODAY))]
    assert lines == [
        "In the morning there was no use on 15 of 18 noted times. Other times of day: 3 of 20.",
        "In the evening there was use on 16 of 18 noted times. Other times of day: 4 of 20.",
    ]


def test_what_came_after_is_a_sentence() -> None:
    good = [note("non_use", i_did=("praised",), followed=("good_time",))] * 10
    other = [note(i_did=("argued",), followed=("argument",))] * 20
    (line,) = drawing.hint_lines(patterns(good + other, today=TODAY))
    assert spaced(line["text"]) == (
        "After praise came a good time on 10 of 10 noted times. After other things you did: 0 of 20."
    )


def test_a_week_without_a_mood_is_a_gap() -> None:
    chart = drawing.mood_chart(weeks([note(ago=21, mood=4), note(ago=7, mood=6), note(ago=0, mood=5)], today=TODAY))
    assert [bool(mark.y) for mark in chart.marks[-4:]] == [True, False, True, True]
    assert [bool(mark.to_x) for mark in chart.marks[-4:]] == [False, False, True, False]
    assert [mark.text for mark in chart.marks if mark.text] == ["5.0"]


@pytest.mark.parametrize(("clear", "said"), [(True, False), (False, True)])
def test_what_may_be_chance_says_so(clear: bool, said: bool) -> None:
    html = render_to_string("notebook/hints.html", {"hints": [{"text": "So.", "clear": clear}], "missing": 0})
    assert ("This one may be chance." in html) is said
    assert "You are not the cause of the use." in html


def test_every_value_has_its_words() -> None:
    assert {by: tuple(words) for by, words in saying.LABELS.items() if by in VALUES} == VALUES
    assert tuple(saying.LABELS["act"]) == MY_ACTS
    assert tuple(saying.LABELS["followed"]) == FOLLOWED
    assert saying.AFTER.keys() == SKILLS
    assert saying.CAME.keys() == WELCOME
    assert set(saying.OTHERS) == {*VALUES, "followed"}

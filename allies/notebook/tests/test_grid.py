"""A month on a page: each day a link with all it says, days to come without one, what is unknown said as such."""

from __future__ import annotations

from datetime import date

from django.template.loader import render_to_string

from allies.craft.calendar import month
from allies.craft.observing import Observation
from allies.craft.tests.notes import TODAY, note
from allies.notebook.grid import Cell, Grid, grid


def laid_out(observations: list[Observation], of: date = TODAY, first_weekday: int = 0) -> Grid:
    found = month(observations, of=of, today=TODAY, first_weekday=first_weekday)
    return grid(found, url=lambda day: f"/days/{day}/", today=TODAY)


def cell(found: Grid, number: int) -> Cell:
    return next(day for week in found.weeks for day in week if day and day.number == number)


def test_a_day_says_everything_to_who_hears_it() -> None:
    found = laid_out([note("non_use", mood=6), note("unsure", mood=7), note("use", ago=0)])
    yesterday = cell(found, 24)
    assert (yesterday.state, yesterday.word, yesterday.url) == ("non_use", "no use", "/days/2026-11-24/")
    assert yesterday.label == "Tuesday 24 November, no use, once unsure, 2 notes, your mood 6.5 of 10"
    assert cell(found, 2).label == "Monday 2 November, nothing noted"
    assert (cell(found, 25).today, cell(found, 25).state) == (True, "use")
    assert (cell(found, 26).state, cell(found, 26).url) == ("coming", "")


def test_the_week_begins_where_it_is_told() -> None:
    assert [short for short, _whole in laid_out([]).heads] == ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    sunday = laid_out([], first_weekday=6)
    assert sunday.heads[0] == ("Sun", "Sunday")
    assert sunday.weeks[0][0] == cell(sunday, 1)  # 1 November 2026 is a Sunday


def test_the_sums_tell_what_is_unknown() -> None:
    found = laid_out([note("non_use", ago) for ago in (4, 3, 1)])
    assert found.summary == (
        "No use on 3 of 3 days with a note.",
        "You noted something on 3 of 25 days. The rest is not known.",
        "The longest run without use: 2 days.",
    )
    assert laid_out([]).summary == ("You noted something on 0 of 25 days. The rest is not known.",)
    assert laid_out([], of=date(2027, 1, 1)).summary == ("This month is still to come.",)
    assert laid_out([note(ago=ago) for ago in range(25)]).summary[1] == "You noted something every day."


def test_the_page() -> None:
    html = render_to_string("notebook/month.html", {"grid": laid_out([note()]), "earlier": "/october/", "later": ""})
    assert html.count('<a class="day ') == 25
    assert html.count('<span class="day coming">') == 5
    assert '<a class="day use" href="/days/2026-11-24/" aria-label="Tuesday 24 November, use">' in html
    assert html.count('aria-current="date"') == 1
    assert ('rel="prev"' in html, 'rel="next"' in html) == (True, False)
    assert '<abbr title="Monday">Mon</abbr>' in html
    assert " style=" not in html

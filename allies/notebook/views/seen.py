"""What the notes show: a month of days, one day, what comes together, and how it goes over the weeks."""

from __future__ import annotations

from datetime import date, timedelta

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from allies.craft.calendar import month
from allies.craft.patterns import patterns
from allies.notebook import drawing, entries
from allies.notebook.grid import grid
from allies.notebook.overtime import over_time
from allies.notebook.views.pages import row_of

EARLIEST = 2000  # the first year that the calendar shows


@require_safe
def month_now(request: HttpRequest) -> HttpResponse:
    return _month(request, localdate())


@require_safe
def month_of(request: HttpRequest, first: date) -> HttpResponse:
    if first.year < EARLIEST or first > localdate():
        raise Http404
    if first.day != 1:
        return redirect("notebook:month-of", first.replace(day=1))
    return _month(request, first)


def _month(request: HttpRequest, of: date) -> HttpResponse:
    today = localdate()
    first = of.replace(day=1)
    before, after = (first - timedelta(days=1)).replace(day=1), (first + timedelta(days=31)).replace(day=1)
    found = month(entries.observations_of(request.user), of=of, today=today)
    context = {
        "grid": grid(found, url=lambda day: reverse("notebook:day", args=[day]), today=today),
        "noted": found.noted,
        "earlier": reverse("notebook:month-of", args=[before]) if before.year >= EARLIEST else "",
        "later": reverse("notebook:month-of", args=[after]) if after <= today else "",
        "seen": "month",
        "place": "notes",
    }
    return render(request, "notebook/month_page.html", context)


@require_safe
def day(request: HttpRequest, day: date) -> HttpResponse:
    """Whatever she wrote about that day, of every kind."""
    if day.year < EARLIEST or day > localdate():
        raise Http404
    found = [entry for entry in entries.all_of(request.user) if entry.day == day]
    context = {
        "day": day,
        "rows": [row_of(entry) for entry in found],
        "month": reverse("notebook:month-of", args=[day.replace(day=1)]),
        "place": "notes",
    }
    return render(request, "notebook/day.html", context)


@require_safe
def patterns_page(request: HttpRequest) -> HttpResponse:
    found = patterns(entries.observations_of(request.user), today=localdate())
    context = {
        "found": found,
        "hints": drawing.hint_lines(found),
        "charts": drawing.pattern_charts(found),
        "after": drawing.after_charts(found),
        "waiting": drawing.after_waiting(found),
        "seen": "patterns",
        "place": "notes",
    }
    return render(request, "notebook/patterns.html", context)


@require_safe
def charts(request: HttpRequest) -> HttpResponse:
    drawn, waiting = over_time(entries.all_of(request.user, *entries.OVER_TIME), localdate())
    context = {"charts": drawn, "waiting": waiting, "seen": "charts", "place": "notes"}
    return render(request, "notebook/charts.html", context)

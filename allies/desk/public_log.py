"""What was done on this site, in numbers and reasons, for everybody to read. Nobody is named or counted alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from statistics import median
from typing import Any

from django.db.models import Count, QuerySet
from django.db.models.functions import TruncMonth
from django.utils.timesince import timesince
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from allies.answers.models import Comment
from allies.moderation.models import Alert, Appeal, Case, Decision, Measure, MeasureKind, Outcome, Why

MONTHS = 12
FEW = 3  # with fewer, somebody could recognise themselves or another
ACTS = {
    "posted": gettext_lazy("Comments posted"),
    "reviewed": gettext_lazy("Comments that somebody looked at"),
    Outcome.APPROVED: gettext_lazy("They stayed"),
    Outcome.RETURNED: gettext_lazy("Their writer was asked to rephrase"),
    Outcome.REMOVED: gettext_lazy("Removed"),
    Outcome.HIDDEN: gettext_lazy("Conversations hidden"),
    MeasureKind.PAUSED: gettext_lazy("Times posting was paused"),
    MeasureKind.CLOSED: gettext_lazy("Accounts closed"),
    "appeals": gettext_lazy("Appeals"),
    Decision.LIFTED: gettext_lazy("Appeals after which it was taken back"),
    "alerts": gettext_lazy("Times somebody on duty was called"),
}


@dataclass(slots=True)
class Month:
    first: date
    counts: Counter[str] = field(default_factory=Counter)
    why: Counter[str] = field(default_factory=Counter)
    decided_after: list[timedelta] = field(default_factory=list)
    answered_after: list[timedelta] = field(default_factory=list)

    def figures(self) -> list[tuple[Any, str]]:
        return [(label, shown(self.counts[key])) for key, label in ACTS.items()]

    def times(self) -> list[tuple[str, str]]:
        return [
            (_("Half of the decisions came within"), in_the_middle(self.decided_after)),
            (_("Half of the calls were answered within"), in_the_middle(self.answered_after)),
        ]

    def reasons(self) -> list[tuple[Any, str]]:
        return [(Why(key).label, shown(self.why[key])) for key in Why.values if self.why[key]]


def shown(count: int) -> str:
    return str(count) if count == 0 or count >= FEW else _("fewer than %(few)d") % {"few": FEW}


def in_the_middle(times: list[timedelta]) -> str:
    """The median, in words; nothing when there are too few to hide among."""
    if len(times) < FEW:
        return "–"
    middle = timedelta(seconds=median(each.total_seconds() for each in times))
    begun = datetime(2026, 1, 1)  # noqa: DTZ001 - any moment: only the length counts
    return timesince(begun, begun + middle, depth=1) if middle >= timedelta(minutes=1) else _("less than a minute")


def public_log(now: datetime) -> list[Month]:
    """The last twelve months, newest first, the present one so far."""
    today = localtime(now).replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    months = {first: Month(first) for first in _firsts(today.date())}
    since = localtime(now).replace(year=today.year - 1, month=today.month, day=1, hour=0, minute=0, second=0)
    for key, rows, column in _counted():
        for row in _by_month(rows.filter(**{f"{column}__gte": since}), column):
            if row["month"].date() in months:
                months[row["month"].date()].counts[key] += row["count"]
    _add_cases(months, Case.objects.filter(closed_at__gte=since).exclude(outcome__in=[Outcome.GONE, Outcome.SWEPT]))
    for raised, answered in _alerts(since):
        if month := months.get(_month(raised)):
            month.answered_after.append(answered - raised)
    return [month for number, month in enumerate(months.values()) if number == 0 or month.counts]


def _firsts(this: date) -> Iterator[date]:
    for back in range(MONTHS):
        number = this.year * 12 + this.month - 1 - back
        yield date(number // 12, number % 12 + 1, 1)


def _counted() -> Iterable[tuple[str, QuerySet[Any], str]]:
    closed = Measure.objects.filter(kind=MeasureKind.CLOSED)
    return (
        ("posted", Comment.objects.all(), "written_at"),
        (MeasureKind.PAUSED, Measure.objects.filter(kind=MeasureKind.PAUSED), "at"),
        (MeasureKind.CLOSED, closed, "confirmed_at"),
        ("appeals", Appeal.objects.all(), "at"),
        (Decision.LIFTED, Appeal.objects.filter(decision=Decision.LIFTED), "decided_at"),
        ("alerts", Alert.objects.all(), "raised_at"),
    )


def _by_month(rows: QuerySet[Any], column: str) -> Iterable[dict[str, Any]]:
    return rows.order_by().annotate(month=TruncMonth(column)).values("month").annotate(count=Count("pk"))


def _add_cases(months: dict[date, Month], cases: QuerySet[Case]) -> None:
    for opened, closed, outcome, why in cases.values_list("opened_at", "closed_at", "outcome", "why").iterator():
        if month := months.get(_month(closed)):
            month.counts["reviewed"] += 1
            month.counts[outcome] += 1
            month.why.update(why)
            month.decided_after.append(closed - opened)


def _alerts(since: datetime) -> Iterable[tuple[datetime, datetime]]:
    answered = Alert.objects.filter(raised_at__gte=since).exclude(responded_at=None)
    return answered.values_list("raised_at", "responded_at")


def _month(moment: datetime) -> date:
    return localtime(moment).date().replace(day=1)

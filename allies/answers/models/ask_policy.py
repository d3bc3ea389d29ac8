from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Any, Self

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

A_DAY = timedelta(days=1)
SATURDAY = 5  # of date.weekday(); Monday is 0


def _number(label: Any, default: int, least: int, most: int) -> models.PositiveSmallIntegerField[int, int]:
    limits = [MinValueValidator(least), MaxValueValidator(most)]
    return models.PositiveSmallIntegerField(label, default=default, validators=limits)


class AskPolicy(models.Model):
    """How soon the team wants to answer members' questions. One row; operators change it at the desk."""

    working_days = _number(_("working days until an answer"), 3, 1, 30)
    urgent_hours = _number(_("hours until an answer when it is urgent"), 4, 1, 168)
    soon_hours = _number(_("hours before that, from which a question is due soon"), 24, 1, 168)
    follow_up_days = _number(_("days until the asker is asked what happened"), 14, 1, 365)

    def __str__(self) -> str:
        return "how soon questions are answered"

    @classmethod
    def current(cls) -> Self:
        return cls.objects.first() or cls()

    def due(self, sent_at: datetime, urgent: bool, zone: tzinfo) -> datetime:
        """When the team wants to have answered. `zone`: the site's, in which a day begins and ends.

        As many working days after the day of sending, by the end of the last: what is sent on a Friday evening and what
        is sent on Sunday are both due when Wednesday ends. Urgent ones count in hours, by day and by night. What is
        sent later is never due earlier: days are told apart by when they end, which clocks set back leave in order.
        """
        sent_at = sent_at.astimezone(UTC)  # hours that pass, not those that a clock on the wall shows
        day = sent_at.astimezone(zone).date() - A_DAY
        while _end(day, zone) <= sent_at:
            day += A_DAY
        left = self.working_days
        while left:
            day += A_DAY
            left -= day.weekday() < SATURDAY
        ends = _end(day, zone)
        return min(ends, sent_at + timedelta(hours=self.urgent_hours)) if urgent else ends


def _end(day: date, zone: tzinfo) -> datetime:
    """The moment at which the next day begins; where clocks skip midnight, the first that there is."""
    return datetime.combine(day + A_DAY, time.min, zone).astimezone(UTC)

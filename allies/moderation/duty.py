"""Who is on duty for alerts, and who is called."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db.models import Q, QuerySet

from allies.accounts.models import Member
from allies.moderation.models import Shift
from allies.moderation.models.roles import ANSWERING, LEADING, MODERATING
from allies.moderation.rota import turns

AHEAD = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Turn:
    member: Member
    starts_at: datetime
    ends_at: datetime
    shift: Shift


def moderating_members() -> QuerySet[Member]:
    """Everybody who may act on alerts, by name."""
    return Member.objects.filter(role__in=MODERATING, is_active=True).order_by("key")


def moderating() -> list[Member]:
    return list(moderating_members())


def turns_ahead(now: datetime, until: datetime | None = None) -> list[Turn]:
    """Turns that run at `now` or begin before `until` (a week on, if not given), soonest first."""
    zone, last = ZoneInfo(settings.TIME_ZONE), until or now + AHEAD
    found = []
    for shift in _shifts(now):
        for start, end in turns(shift.starts_at, shift.ends_at, weekly=shift.weekly, now=now, zone=zone):
            if start > last:
                break
            found.append(Turn(shift.member, start, end, shift))
    return sorted(found, key=lambda turn: (turn.starts_at, turn.member.key))


def _shifts(now: datetime) -> list[Shift]:
    """Shifts that are not over, of people who still moderate."""
    running = Shift.objects.filter(Q(weekly=True) | Q(ends_at__gt=now))
    return list(running.filter(member__role__in=MODERATING, member__is_active=True).select_related("member"))


def on_duty(now: datetime) -> list[Member]:
    people = {turn.member.pk: turn.member for turn in turns_ahead(now, until=now)}
    return list(people.values())


def to_call(now: datetime) -> list[Member]:
    """Those on duty; when there is nobody who can be written to, editors and operators."""
    people = [member for member in on_duty(now) if member.email]
    return people or leading()


def answering(now: datetime) -> list[Member]:
    """Those on duty who may read members' questions and can be written to; without any, all who may read them."""
    people = [member for member in on_duty(now) if member.role in ANSWERING and member.email]
    return people or list(Member.objects.filter(role__in=ANSWERING, is_active=True).order_by("key"))


def leading() -> list[Member]:
    return [member for member in moderating() if member.role in LEADING]

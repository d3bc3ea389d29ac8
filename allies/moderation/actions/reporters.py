"""Those who asked for a look hear that somebody has looked. What came of it stands under “Your comments”."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from allies.accounts.models import Member
from allies.inbox.actions import tell
from allies.inbox.models import Kind
from allies.moderation.models import Report

ABOUT = "reports"


def tell_reporters(cases: Iterable[int], *, by: Member | int | None, at: datetime) -> None:
    """`cases`: keys of those that were closed `at` that moment, in the same transaction. Not to whoever closed them."""
    closer = by.pk if isinstance(by, Member) else by
    reports = Report.objects.filter(case__in=list(cases)).exclude(member=closer).order_by("member_id")
    for key, member in reports.values_list("pk", "member_id"):
        tell(member, Kind.REPORT_OUTCOME, "/answers/mine/", key=f"report:{key}:{at:%Y%m%d%H%M%S}", about=ABOUT)

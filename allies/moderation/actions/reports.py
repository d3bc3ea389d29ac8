from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.timezone import now

from allies.accounts.models import Member
from allies.audit.actions import record
from allies.inbox.actions import mark_read
from allies.lib.urgent_help import is_urgent, keys_of
from allies.moderation.actions.alerts import raise_alert
from allies.moderation.actions.cases import open_case
from allies.moderation.actions.reporters import ABOUT
from allies.moderation.models import Case, Policy, Report, ReportReason, Why
from allies.moderation.screening import DANGER, OTHER
from allies.moderation.words import findings

LONGEST_REPORT = 1000  # characters; of more, the newest


@transaction.atomic
def report(comment: Any, reason: str, words: str, *, by: Member) -> Case:
    """`by` asks for a look at another's comment; told more before somebody has looked, it joins what they said first.

    Danger calls whoever is on duty too, where the site's policy says so: with the kinds that the check finds in the
    comment and in what `by` tells of it, or as an emergency of no known kind.
    """
    if comment.author_id in {None, by.pk}:
        raise PermissionError("members report what others wrote")
    at, told = now(), findings(words, by=by)
    danger = reason == ReportReason.DANGER or bool(keys_of(told))
    case = open_case(comment, [Why.REPORTED], weight=DANGER if danger else OTHER, at=at)
    if not _note(case, ReportReason(reason), words, by=by):
        return case
    record("comment-reported", comment, by=by, reason=reason)
    if danger and Policy.current().alert_on_crisis:
        found = [*findings(comment.text, by=comment.author), *told]
        raise_alert(comment, keys_of(found) or ["emergency"], is_urgent(found), at=at)
    return case


def mark_reports_seen(member: Member, *, at: datetime) -> None:
    """`member` has read what came of what they asked for."""
    Report.objects.of(member).unseen().update(seen_at=at)
    mark_read(member, ABOUT)


def _note(case: Case, reason: ReportReason, words: str, *, by: Member) -> bool:
    """Keep what `by` says; False when they have said so before."""
    made, is_new = Report.objects.get_or_create(member=by, case=case, defaults={"reason": reason, "words": words})
    if is_new or (made.reason == reason and words in made.words):
        return is_new
    made.words = "\n\n".join(filter(None, [made.words, words]))[-LONGEST_REPORT:]
    made.reason = reason if reason == ReportReason.DANGER else made.reason
    made.save(update_fields=["words", "reason"])
    return True

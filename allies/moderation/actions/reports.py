from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils.timezone import now

from allies.accounts.models import Member
from allies.audit.actions import record
from allies.lib.urgent_help import is_urgent, keys_of
from allies.moderation.actions.alerts import raise_alert
from allies.moderation.actions.cases import open_case
from allies.moderation.models import Case, Policy, Report, ReportReason, Why
from allies.moderation.screening import DANGER, OTHER
from allies.moderation.words import findings


@transaction.atomic
def report(comment: Any, reason: str, words: str, *, by: Member) -> Case:
    """`by` asks for a look at another's comment; once for each time that somebody looks.

    Danger calls whoever is on duty too, where the site's policy says so: with the kinds that the check finds in the
    comment, or as an emergency of no known kind.
    """
    if comment.author_id in {None, by.pk}:
        raise PermissionError("members report what others wrote")
    at, danger = now(), reason == ReportReason.DANGER
    case = open_case(comment, [Why.REPORTED], weight=DANGER if danger else OTHER, at=at)
    _report, is_new = Report.objects.get_or_create(
        member=by, case=case, defaults={"reason": ReportReason(reason), "words": words}
    )
    if is_new:
        record("comment-reported", comment, by=by, reason=reason)
    if is_new and danger and Policy.current().alert_on_crisis:
        found = findings(comment.text, by=comment.author)
        raise_alert(comment, keys_of(found) or ["emergency"], is_urgent(found), at=at)
    return case

from __future__ import annotations

from allies.moderation.models.alerts import Alert, Shift, StockReply
from allies.moderation.models.cases import Case, Outcome, Report, ReportReason, Why
from allies.moderation.models.measures import Appeal, Decision, Measure, MeasureKind
from allies.moderation.models.mutes import Mute
from allies.moderation.models.policy import Policy
from allies.moderation.models.terms import OwnTerm

__all__ = [
    "Alert",
    "Appeal",
    "Case",
    "Decision",
    "Measure",
    "MeasureKind",
    "Mute",
    "Outcome",
    "OwnTerm",
    "Policy",
    "Report",
    "ReportReason",
    "Shift",
    "StockReply",
    "Why",
]

"""What moderators do, and what members ask of them: each one transaction, written down with who and why."""

from __future__ import annotations

from allies.moderation.actions.alerts import (
    close_alert,
    escalate_due,
    note_response,
    question_answered,
    question_released,
    question_taken,
    raise_alert,
    take_alert,
    take_over,
)
from allies.moderation.actions.appeals import appeal, claim_appeal, decide_appeal
from allies.moderation.actions.cases import (
    HeldByAnother,
    check_free_of_others,
    check_held,
    claim,
    close_all,
    close_case,
    close_gone,
    close_left_open,
    look_again,
    open_case,
    release,
)
from allies.moderation.actions.measures import (
    confirm_closing,
    lift,
    lift_alike,
    mark_seen,
    pause,
    propose_closing,
    take_measure,
    withdraw_closing,
)
from allies.moderation.actions.mutes import mute, unmute
from allies.moderation.actions.reports import mark_reports_seen, report

__all__ = [
    "HeldByAnother",
    "appeal",
    "check_free_of_others",
    "check_held",
    "claim",
    "claim_appeal",
    "close_alert",
    "close_all",
    "close_case",
    "close_gone",
    "close_left_open",
    "confirm_closing",
    "decide_appeal",
    "escalate_due",
    "lift",
    "lift_alike",
    "look_again",
    "mark_reports_seen",
    "mark_seen",
    "mute",
    "note_response",
    "open_case",
    "pause",
    "propose_closing",
    "question_answered",
    "question_released",
    "question_taken",
    "raise_alert",
    "release",
    "report",
    "take_alert",
    "take_measure",
    "take_over",
    "unmute",
    "withdraw_closing",
]

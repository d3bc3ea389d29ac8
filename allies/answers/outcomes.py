"""What moderators decided about a member's comments, arranged as the member reads it."""

from __future__ import annotations

from dataclasses import dataclass

from allies.answers.models import Comment
from allies.moderation.models import Appeal, Measure, MeasureKind, Outcome, Report


@dataclass(frozen=True, slots=True)
class Mine:
    """`returned`: each with what the moderator wrote, where that is known. `decided`: the rest, newest first."""

    returned: list[tuple[Comment, Measure | None]]
    waiting: list[Comment]
    decided: list[Measure]


def arranged(waiting: list[Comment], measures: list[Measure]) -> Mine:
    """`waiting`: all of a member's comments that are held; `measures`: what was done about them, newest first."""
    notes: dict[int | None, Measure] = {}
    for measure in measures:
        if measure.kind == MeasureKind.RETURNED:
            notes.setdefault(measure.comment_id, measure)
    returned = [(comment, notes.get(comment.pk)) for comment in waiting if comment.returned_at]
    shown = {measure.pk for _comment, measure in returned if measure}
    return Mine(
        returned=returned,
        waiting=[comment for comment in waiting if not comment.returned_at],
        decided=[measure for measure in measures if measure.pk not in shown],
    )


DOWN = {Outcome.REMOVED, Outcome.HIDDEN, Outcome.SWEPT}


def came_of(report: Report) -> str:
    """In general words: `left`, `down`, `back` (down at first), `anew` (asked to write it so) or `gone`."""
    outcome, comment = report.case.outcome, report.case.comment
    if outcome in DOWN:
        return "down" if comment.taken_away_at else "back"
    return {Outcome.APPROVED: "left", Outcome.RETURNED: "anew"}.get(Outcome(outcome), "gone")


def is_new(report: Report) -> bool:
    return report.seen_at is None or report.seen_at < report.case.closed_at


def appeal_of(measure: Measure) -> Appeal | None:
    return getattr(measure, "appeal", None)


def may_appeal(measure: Measure) -> bool:
    """Once, and only while it stands."""
    return measure.lifted_at is None and appeal_of(measure) is None


def is_unseen(measure: Measure) -> bool:
    appeal = appeal_of(measure)
    answered = appeal is not None and appeal.decided_at is not None and appeal.seen_at is None
    return measure.seen_at is None or answered

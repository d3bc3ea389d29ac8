"""What moderators decide about comments: each closes the case that they hold, in one transaction.

Every function raises PermissionError when `by` does not hold the case, or wrote what it is about.

Whoever holds several rows takes them in one order, so that nobody waits in a circle: the member, the answer's edition
(`one_at_a_time`), then cases by their keys.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q
from django.utils.timezone import now

from allies.accounts.models import Member
from allies.answers import telling
from allies.answers.counting import next_turn, one_at_a_time, recount
from allies.answers.models import Comment
from allies.answers.models.comments import CommentQuerySet
from allies.audit.actions import record
from allies.moderation import actions
from allies.moderation.models import Case, Measure, MeasureKind, Outcome
from allies.moderation.screening import OTHER


@transaction.atomic
def approve(case: Case, *, by: Member) -> None:
    """It stays as it is; what waited is seen by everybody from now on."""
    comment, _at = _decided(case, Outcome.APPROVED, by)
    if comment.held_at is not None:
        _show(comment)
    record("comment-approved", comment, by=by, reason=f"looked at for: {', '.join(case.why)}")


@transaction.atomic
def return_to_writer(case: Case, note: str, *, by: Member) -> Measure:
    """Nobody but its writer sees it from now on, with the note and every word of it, until it is sent again."""
    comment, at = _decided(case, Outcome.RETURNED, by)
    comment.held_at = comment.returned_at = at
    comment.save(update_fields=["held_at", "returned_at"])
    recount([comment.post_id])
    telling.withdraw_comments([comment.pk])
    record("comment-returned", comment, by=by, reason=note)
    return _measure(MeasureKind.RETURNED, comment, note, by=by, at=at)


@transaction.atomic
def remove(case: Case, reason: str, *, by: Member) -> Measure:
    """Gone for everybody. Its words are kept for an appeal."""
    comment, at = _decided(case, Outcome.REMOVED, by)
    comment.taken_away_at, comment.taken_away_by = at, by
    comment.save(update_fields=["taken_away_at", "taken_away_by"])
    recount([comment.post_id])
    telling.withdraw_comments([comment.pk])
    record("comment-removed", comment, by=by, reason=reason)
    return _measure(MeasureKind.REMOVED, comment, reason, by=by, at=at)


@transaction.atomic
def hide_conversation(case: Case, reason: str, *, by: Member) -> list[Measure]:
    """The whole conversation, from its first comment on. All who wrote in it see why, and can ask somebody else.

    HeldByAnother while somebody else decides about a comment in it: their work is not to be undone behind their back.
    """
    one_at_a_time([case.comment.post_id])
    around = Comment.objects.in_conversation_of(case.comment)
    actions.check_free_of_others(around.values_list("pk", flat=True), by=by, at=now())
    comment, at = _decided(case, Outcome.HIDDEN, by)
    there = list(
        Comment.objects.in_conversation_of(comment).there().exclude(author=None).select_related("author").order_by("pk")
    )
    rows = Comment.objects.filter(pk__in=[each.pk for each in there])
    rows.update(taken_away_at=at, taken_away_by=by)
    actions.close_all(Case.objects.open().filter(comment__in=rows), Outcome.SWEPT, by=by, at=at)
    recount([comment.post_id])
    telling.withdraw_comments(each.pk for each in there)
    record("conversation-hidden", comment, by=by, reason=reason)
    firsts = {each.author_id: each for each in reversed(there)} | {comment.author_id: comment}
    others = [each for each in firsts.values() if each.author_id != by.pk]
    return [_measure(MeasureKind.HIDDEN, each, reason, by=by, at=at) for each in others]


@transaction.atomic
def pause_writer(case: Case, reason: str, lasting: timedelta, *, by: Member) -> Measure:
    """No posting for a time; the case is still to be decided."""
    actions.check_held(case, by=by)
    return actions.pause(_writer(case), now() + lasting, reason, by=by)


@transaction.atomic
def propose_closing(case: Case, reason: str, *, by: Member) -> Measure:
    """Somebody else confirms it, or not; the case is still to be decided."""
    measure = actions.propose_closing(_writer(case), reason, by=by)  # holds its writer, which comes before the case
    actions.check_held(case, by=by)
    return measure


def _writer(case: Case) -> Member:
    if case.comment.author is None:
        raise PermissionError("its writer has left")
    return case.comment.author


@transaction.atomic
def remove_at_once(comment: Comment, reason: str, *, by: Member) -> Measure:
    """From the conversation itself: open a case, hold it, decide it. So its writer hears why, and can appeal."""
    case = actions.open_case(comment, [], weight=OTHER, at=now())
    if not actions.claim(case, by=by, at=now()):
        raise PermissionError("somebody else is deciding about this comment")
    return remove(case, reason, by=by)


@transaction.atomic
def restore(measure: Measure) -> None:
    """Bring back what a measure that was lifted had taken away. Safe to call twice, and for measures of any kind."""
    comment = measure.comment
    if comment is None or measure.lifted_at is None:
        return
    one_at_a_time([comment.post_id])
    comment.refresh_from_db()
    if measure.kind == MeasureKind.RETURNED and comment.returned_at is not None and comment.taken_away_at is None:
        actions.close_gone([comment.pk], by=measure.lifted_by, at=measure.lifted_at)
        _show(comment)
    elif measure.kind == MeasureKind.REMOVED and comment.taken_away_at == measure.at:
        _bring_back(comment)
        if comment.held_at is not None and comment.taken_away_at is None:
            _show(comment)
    elif measure.kind == MeasureKind.HIDDEN:
        _open_again(measure, Comment.objects.in_conversation_of(comment))
    recount([comment.post_id])


def _decided(case: Case, outcome: Outcome, by: Member) -> tuple[Comment, datetime]:
    """The comment as it is now, with its case closed; nobody else changes its conversation until this is done."""
    at = now()
    one_at_a_time([case.comment.post_id])
    comment = Comment.objects.select_related("author").get(pk=case.comment_id)
    if comment.taken_away_at is not None:
        raise PermissionError("the comment is gone: there is nothing to decide")
    actions.close_case(case, outcome, by=by, at=at)
    return comment, at


def _measure(kind: MeasureKind, comment: Comment, reason: str, *, by: Member, at: datetime) -> Measure:
    return actions.take_measure(kind, comment.author, reason, by=by, at=at, comment=comment)


def _show(comment: Comment) -> None:
    comment.held_at = comment.returned_at = None
    comment.turn = next_turn(comment.post_id)
    comment.save(update_fields=["held_at", "returned_at", "turn"])
    recount([comment.post_id])
    telling.tell_of(comment)


def _bring_back(comment: Comment) -> None:
    if comment.text:  # its writer may have been erased meanwhile
        comment.taken_away_at = comment.taken_away_by = None
        comment.save(update_fields=["taken_away_at", "taken_away_by"])


def _open_again(measure: Measure, conversation: CommentQuerySet) -> None:
    """A hidden conversation is there again, for all who wrote in it. What waited, and nobody approved, waits again."""
    for comment in conversation.filter(taken_away_at=measure.at):
        _bring_back(comment)
    undecided = Q(outcome=Outcome.SWEPT) | Q(outcome=Outcome.HIDDEN, comment__held_at__isnull=False)
    cases = Case.objects.filter(undecided, comment__in=conversation.there(), closed_at=measure.at)
    cases.update(closed_at=None, closed_by=None, outcome="", claimed_by=None, claimed_at=None)
    actions.lift_alike(measure, conversation)

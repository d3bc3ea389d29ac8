from __future__ import annotations

from django.db import transaction

from allies.accounts.models import Member
from allies.answers.actions import post_comment
from allies.answers.models import Comment
from allies.audit.actions import record
from allies.moderation import actions
from allies.moderation.models import Alert


@transaction.atomic
def reply(alert: Alert, text: str, *, by: Member) -> Comment:
    """Answer the member under the comment. The first answer is the first response to the alert."""
    alert = Alert.objects.select_for_update().get(pk=alert.pk)  # nobody takes it over while the answer is posted
    post = getattr(alert.comment.post, "edition", None) if alert.comment else None
    if alert.owner_id != by.pk or alert.closed_at is not None or post is None or alert.comment.taken_away_at:
        raise PermissionError("an alert is answered by whoever took it, while its answer is there")
    posted = post_comment(post, text, by=by, parent=alert.comment)
    actions.note_response(alert, by=by)
    return posted


@transaction.atomic
def hand_on(alert: Alert, *, by: Member) -> bool:
    """Let somebody else take it; the clock goes on. False when it was not `by`'s to hand on."""
    mine = Alert.objects.open().filter(pk=alert.pk, owner=by)
    changed = bool(mine.update(owner=None, owned_at=None, mailed_at=None))  # so that those on duty are called again
    if changed:
        record("alert-handed-on", alert, by=by, reason="Had to leave; those on duty are called again.")
    return changed

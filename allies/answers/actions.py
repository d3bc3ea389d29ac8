"""What members and moderators do under an answer: one transaction each."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.db.models import F, Max
from django.template.loader import render_to_string
from django.utils.timezone import now

from allies.accounts.models import Member
from allies.answers.models import AnswerEdition, Comment, Draft, Follow
from allies.audit.actions import record
from allies.lib.markdown import comment_html


def shown_html(text: str, written_at: datetime, edited_at: datetime | None = None) -> str:
    """A comment's HTML from after its writer's name to the end of its text."""
    context = {"body": comment_html(text), "written_at": written_at, "edited_at": edited_at}
    return render_to_string("answers/comment_shown.html", context).strip()


@transaction.atomic
def post_comment(
    post: AnswerEdition, text: str, *, by: Member, parent: Comment | None = None, at: datetime | None = None
) -> Comment:
    """Put `by`'s comment under `post`: as an answer to `parent`'s conversation, or a conversation of its own.

    The draft is done with, and whoever writes follows the post from then on. `at`: when it was written, if not now.
    """
    moment = at or now()
    root = (parent.parent if parent.parent_id else parent) if parent else None
    comment = Comment.objects.create(
        post_id=post.page_id, author=by, parent=root, text=text, html=shown_html(text, moment), written_at=moment
    )
    AnswerEdition.objects.filter(pk=post.pk).update(comment_count=F("comment_count") + 1)
    Draft.objects.of(by).filter(post=post.page_id).delete()
    Follow.objects.update_or_create(member=by, post_id=post.page_id, defaults={"seen": comment.pk})
    return comment


@transaction.atomic
def edit_comment(comment: Comment, text: str, *, by: Member) -> None:
    moment = now()
    if not comment.editable_by(by, moment):
        raise PermissionError("a comment is edited by its writer within half an hour")
    comment.text, comment.edited_at = text, moment
    comment.html = shown_html(text, comment.written_at, moment)
    comment.save(update_fields=["text", "html", "edited_at"])


@transaction.atomic
def take_away_comment(comment: Comment, *, by: Member, reason: str = "") -> None:
    """Delete one's own comment (its words are wiped), or remove another's as a moderator (they are kept for an appeal)."""
    if not comment.removable_by(by):
        raise PermissionError("a comment is taken away by its writer or a moderator")
    own = comment.author_id == by.pk
    comment.taken_away_at, comment.taken_away_by = now(), by
    if own:
        comment.text = comment.html = ""
    comment.save(update_fields=["taken_away_at", "taken_away_by", "text", "html"])
    AnswerEdition.objects.filter(page=comment.post_id).update(comment_count=F("comment_count") - 1)
    record("comment-deleted" if own else "comment-removed", comment, by=by, reason=reason)


def keep_draft(post: AnswerEdition, text: str, *, by: Member, parent: Comment | None = None) -> None:
    """Keep what `by` has begun to write under `post`; an empty text throws it away."""
    if text.strip():
        Draft.objects.update_or_create(member=by, post_id=post.page_id, defaults={"text": text, "parent": parent})
    else:
        Draft.objects.of(by).filter(post=post.page_id).delete()


def follow(post: AnswerEdition, *, by: Member) -> None:
    """Hear of comments from now on: what is there already counts as seen."""
    newest = Comment.objects.filter(post=post.page_id).aggregate(key=Max("pk"))["key"] or 0
    Follow.objects.get_or_create(member=by, post_id=post.page_id, defaults={"seen": newest})


def unfollow(post: AnswerEdition, *, by: Member) -> None:
    Follow.objects.of(by).filter(post=post.page_id).delete()


def mark_seen(post: AnswerEdition, last: int, *, by: Member) -> None:
    Follow.objects.of(by).filter(post=post.page_id, seen__lt=last).update(seen=last)

"""What members and moderators do under an answer: one transaction each."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.db.models import Max
from django.template.loader import render_to_string
from django.utils.timezone import now

from allies.accounts.models import Member
from allies.answers.counting import one_at_a_time, recount
from allies.answers.models import AnswerEdition, Comment, Draft, Follow
from allies.answers.models.comments import as_sent
from allies.answers.reviewing import remove_at_once
from allies.answers.telling import mark_read, withdraw_comments
from allies.audit.actions import record
from allies.lib.markdown import comment_html
from allies.moderation.actions import close_gone

LONGEST_DRAFT = 20_000  # characters; a comment may have fewer, and what is too long is not lost


def shown_html(text: str, written_at: datetime, edited_at: datetime | None = None) -> str:
    """A comment's HTML from after its writer's name to the end of its text."""
    context = {"body": comment_html(text), "written_at": written_at, "edited_at": edited_at}
    return render_to_string("answers/comment_shown.html", context).strip()


@transaction.atomic
def post_comment(
    post: AnswerEdition,
    text: str,
    *,
    by: Member,
    parent: Comment | None = None,
    at: datetime | None = None,
    held: bool = False,
) -> Comment:
    """Put `by`'s comment under `post`: as an answer to `parent`'s conversation, or a conversation of its own.

    Whoever writes follows the post from then on. `at`: when it was written, if not now. Nothing is screened here:
    `posting.send` does that, lets go of the draft, and says with `held` that a moderator looks first.
    """
    moment, root = at or now(), (parent.parent or parent) if parent else None
    text = as_sent(text)
    one_at_a_time([post.page_id])
    comment = Comment.objects.sent_again(post.page_id, text, by=by, at=moment).filter(parent=root).first()
    if comment is None:
        html = shown_html(text, moment)
        comment = Comment.objects.create(
            post_id=post.page_id,
            author=by,
            parent=root,
            text=text,
            html=html,
            written_at=moment,
            held_at=moment if held else None,
        )
        recount([post.page_id])
    Follow.objects.get_or_create(member=by, post_id=post.page_id, defaults={"seen": comment.pk})
    return comment


@transaction.atomic
def edit_comment(comment: Comment, text: str, *, by: Member) -> None:
    moment = now()
    if not comment.editable_by(by, moment):
        raise PermissionError("a comment is edited by its writer within half an hour, or after it came back")
    comment.text, comment.edited_at = as_sent(text), moment
    comment.html = shown_html(comment.text, comment.written_at, moment)
    comment.save(update_fields=["text", "html", "edited_at"])
    Draft.objects.filter(comment=comment).delete()


@transaction.atomic
def take_away_comment(comment: Comment, *, by: Member, reason: str = "") -> None:
    """Delete one's own comment (its words are wiped), or remove another's as a moderator (kept for an appeal)."""
    if not comment.removable_by(by):
        raise PermissionError("a comment is taken away by its writer or a moderator")
    one_at_a_time([comment.post_id])
    if not Comment.objects.there().filter(pk=comment.pk).exists():  # somebody was a moment quicker
        return
    if comment.author_id != by.pk:
        remove_at_once(comment, reason, by=by)
        return
    comment.taken_away_at, comment.taken_away_by = now(), by
    comment.text = comment.html = ""
    comment.save(update_fields=["taken_away_at", "taken_away_by", "text", "html"])
    Draft.objects.filter(comment=comment).delete()
    close_gone([comment.pk], by=by, at=comment.taken_away_at)
    recount([comment.post_id])
    withdraw_comments([comment.pk])
    record("comment-deleted", comment, by=by, reason="By its writer.")


@transaction.atomic
def take_away_all(member: Member) -> int:
    """Wipe all that `member` wrote, as when each comment were deleted by its writer; before the member is erased."""
    written = Comment.objects.written_by(member)
    posts = list(written.values_list("post", flat=True).distinct())
    one_at_a_time(posts)
    close_gone(written.values_list("pk", flat=True), by=member, at=now())
    Draft.objects.of(member).filter(comment__isnull=False).delete()
    withdraw_comments(written.values_list("pk", flat=True))
    count = written.update(text="", html="", taken_away_at=now(), taken_away_by=member)
    recount(posts)
    return count


def keep_draft(post: AnswerEdition, text: str, *, by: Member, parent: Comment | None = None) -> None:
    """Keep what `by` has begun to write under `post`; an empty text throws it away, and so does one just posted."""
    text = text.replace("\x00", "")[:LONGEST_DRAFT]
    posted = Comment.objects.sent_again(post.page_id, as_sent(text), by=by, at=now())
    if text.strip() and not posted.exists():
        Draft.objects.update_or_create(
            member=by, post_id=post.page_id, comment=None, defaults={"text": text, "parent": parent}
        )
    else:
        Draft.objects.of(by).under(post.page_id).delete()


def keep_anew(comment: Comment, text: str, *, by: Member) -> None:
    """Keep what `by` has begun to write in place of a comment that came back, until it is sent; not an empty text."""
    text = text.replace("\x00", "")[:LONGEST_DRAFT]
    if text.strip() and comment.returned_at and comment.taken_away_at is None and comment.author_id == by.pk:
        words = {"text": text, "member": by, "post_id": comment.post_id}
        Draft.objects.update_or_create(comment=comment, defaults=words)


def follow(post: AnswerEdition, *, by: Member) -> None:
    """Hear of comments from now on: what is there already counts as seen."""
    newest = Comment.objects.filter(post=post.page_id).aggregate(key=Max("pk"), turn=Max("turn"))
    seen = max(newest["key"] or 0, newest["turn"] or 0)
    Follow.objects.get_or_create(member=by, post_id=post.page_id, defaults={"seen": seen})


def unfollow(post: AnswerEdition, *, by: Member) -> None:
    Follow.objects.of(by).filter(post=post.page_id).delete()


def mark_seen(post: AnswerEdition, last: int, *, by: Member) -> None:
    Follow.objects.of(by).filter(post=post.page_id, seen__lt=last).update(seen=last)
    by.unread = max(0, getattr(by, "unread", 0) - mark_read(by, post.page_id, last))  # in the frame of this very page

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models.deletion import Collector
from django.db.models.functions import Coalesce
from django.utils import timezone

from allies.accounts.models import Member, Role

EDITABLE_FOR = timedelta(minutes=30)
A_MOMENT = timedelta(minutes=1)
MOMENTS = ("written_at", "edited_at", "held_at", "taken_away_at")  # one of them changes whenever a comment does
MODERATING = {Role.MODERATOR, Role.EDITOR, Role.OPERATOR}
LONGEST = 8000  # characters, about 1,500 words


def as_sent(text: str) -> str:
    """A comment's text as it is kept: browsers send line ends of two characters, and no database takes a null."""
    return text.replace("\r\n", "\n").replace("\x00", "").strip()


def wipe(collector: Collector, field: models.Field[Any, Any], comments: Any, using: str) -> None:
    """A member who is deleted leaves no words behind. The rows stay, so that others' replies keep their place."""
    collector.add_field_update(field, None, comments)
    for name, value in {"text": "", "html": "", "taken_away_at": timezone.now()}.items():
        collector.add_field_update(Comment._meta.get_field(name), value, comments)


class CommentQuerySet(models.QuerySet["Comment"]):
    def in_thread_order(self) -> Self:
        """Each first-level comment, oldest first, followed by its replies."""
        return self.annotate(conversation=Coalesce("parent_id", "id")).order_by("conversation", "id")

    def written_by(self, member: Member) -> Self:
        return self.filter(author=member)

    def there(self) -> Self:
        """Not taken away: shown, or waiting for a moderator."""
        return self.filter(taken_away_at=None)

    def shown(self) -> Self:
        """What everybody who may read the answer sees."""
        return self.there().filter(held_at=None)

    def in_conversation_of(self, comment: Comment) -> Self:
        """The first comment and all replies to it."""
        first = comment.parent_id or comment.pk
        return self.filter(models.Q(pk=first) | models.Q(parent=first))

    def sent_again(self, post: int, text: str, *, by: Member, at: datetime) -> Self:
        """The same words by the same hand under the same post a moment before: a button pressed twice."""
        return self.there().filter(author=by, post=post, text=text, written_at__range=(at - A_MOMENT, at))


class Comment(models.Model):
    post = models.ForeignKey("answers.AnswerPage", on_delete=models.CASCADE, related_name="comments")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=wipe, related_name="+")
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.CASCADE, related_name="replies")
    text = models.TextField(max_length=LONGEST, help_text="As it was written, in Markdown.")
    html = models.TextField(help_text="As it is shown, from the text down; name and badge are added when it is read.")
    written_at = models.DateTimeField()
    edited_at = models.DateTimeField(null=True)
    held_at = models.DateTimeField(null=True, help_text="Since when only its writer and moderators see it.")
    returned_at = models.DateTimeField(null=True, help_text="A moderator asked its writer to write it anew.")
    turn = models.PositiveBigIntegerField(
        null=True, help_text="Where it stands among the keys by when it was first seen, if it had to wait."
    )
    taken_away_at = models.DateTimeField(null=True, help_text="Deleted by its author or removed by a moderator.")
    taken_away_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")

    objects = CommentQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index("post", Coalesce("parent_id", "id"), "id", name="comment_thread"),
            models.Index(fields=["author", "-id"], name="comment_author"),
            models.Index(fields=["post", "author", *MOMENTS], name="comment_state"),
            models.Index(fields=["post", "turn"], name="comment_turn", condition=~models.Q(turn=None)),
        ]

    def __str__(self) -> str:
        return f"comment {self.pk}"

    def editable_by(self, member: Member, now: datetime) -> bool:
        """For half an hour; what a moderator sent back, for as long as its writer needs."""
        in_time = now - self.written_at <= EDITABLE_FOR or self.returned_at is not None
        return self.author_id == member.pk and self.taken_away_at is None and in_time

    def removable_by(self, member: Member) -> bool:
        return self.taken_away_at is None and (self.author_id == member.pk or member.role in MODERATING)

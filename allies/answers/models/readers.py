from __future__ import annotations

from typing import Any, Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from allies.accounts.owned import Owned, OwnedQuerySet


class DraftQuerySet(OwnedQuerySet):
    def under(self, post: Any) -> Self:
        """Of a comment to come."""
        return self.filter(post=post, comment=None)


class Draft(Owned):
    """What a member has begun to write under one post, one at a time; or in place of a comment that came back."""

    told_as = _("What you began to write")

    post = models.ForeignKey("answers.AnswerPage", on_delete=models.CASCADE, related_name="+")
    parent = models.ForeignKey("answers.Comment", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    comment = models.ForeignKey(
        "answers.Comment", null=True, on_delete=models.CASCADE, related_name="+", help_text="Which it is to replace."
    )
    text = models.TextField()
    at = models.DateTimeField(auto_now=True)

    objects = DraftQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["member", "post"], name="one_draft_a_post", condition=models.Q(comment__isnull=True)
            ),
            models.UniqueConstraint(fields=["comment"], name="one_draft_a_comment"),
        ]

    def __str__(self) -> str:
        return f"draft {self.pk}"

    def also_told(self) -> dict[str, Any]:
        return {"answer": self.post.title}


class Follow(Owned):
    """A member hears of new comments under a post; `seen` is the last comment that was there when she last looked."""

    told_as = _("Answers you follow")

    post = models.ForeignKey("answers.AnswerPage", on_delete=models.CASCADE, related_name="+")
    seen = models.PositiveBigIntegerField(default=0)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["member", "post"], name="follow_once")]

    def __str__(self) -> str:
        return f"follow {self.pk}"

    def also_told(self) -> dict[str, Any]:
        return {"answer": self.post.title}

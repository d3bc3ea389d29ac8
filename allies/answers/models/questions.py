from __future__ import annotations

from datetime import datetime
from typing import Any, Self
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from allies.accounts.owned import Owned, OwnedQuerySet
from allies.lib.sealed import SealedText
from allies.moderation.models.roles import ANSWERING as ANSWERING

LONGEST = 6000  # characters of each part


class QuestionQuerySet(OwnedQuerySet):
    def drafts(self) -> Self:
        return self.filter(sent_at=None)

    def sent(self) -> Self:
        return self.exclude(sent_at=None)

    def open(self) -> Self:
        """Sent, and not closed."""
        return self.filter(sent_at__isnull=False, closed_at=None)

    def closed(self) -> Self:
        return self.exclude(closed_at=None)

    def new(self) -> Self:
        """Nobody of the team has them yet."""
        return self.open().filter(owner=None)

    def owned_by(self, staff: Any) -> Self:
        return self.open().filter(owner=staff)

    def with_team(self) -> Self:
        """The team has to write next."""
        return self.open().filter(waiting_since=None)

    def with_asker(self) -> Self:
        return self.open().exclude(waiting_since=None)

    def due_before(self, moment: datetime) -> Self:
        return self.with_team().filter(due_at__lt=moment)


class Question(Owned):
    """What a member asks the team: private, sealed under the key of the member who asks. A draft until it is sent."""

    told_as = _("Questions you asked the team")

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    situation = SealedText(help_text="What is going on.")
    tried = SealedText(help_text="What I have tried.")
    hope = SealedText(help_text="What I hope for.")
    about = SealedText(help_text="Relationship, substance and stage, as far as they were told: keys, one a line.")
    may_share = models.BooleanField(
        default=False, help_text="An answer may be shown to others, once its asker consents."
    )
    urgent = models.BooleanField(default=False)
    changed_at = models.DateTimeField(auto_now=True)
    sent_at = models.DateTimeField(null=True)
    due_at = models.DateTimeField(null=True, help_text="When the team wants to have written next.")
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    claimed_at = models.DateTimeField(null=True)
    answered_at = models.DateTimeField(null=True, help_text="When the team wrote first.")
    waiting_since = models.DateTimeField(null=True, help_text="Since when it is the asker's turn.")
    closed_at = models.DateTimeField(null=True)
    comment = models.ForeignKey(
        "answers.Comment", null=True, on_delete=models.SET_NULL, related_name="+", help_text="From which it was made."
    )

    objects = QuestionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["member"], name="one_question_draft", condition=models.Q(sent_at__isnull=True)
            )
        ]
        indexes = [
            models.Index(  # all that the desk counts and sorts by, so that it need not open the rows with their words
                fields=["due_at", "sent_at", "closed_at", "waiting_since", "urgent", "owner", "member", "id"],
                name="answers_question_open",
                condition=models.Q(sent_at__isnull=False, closed_at__isnull=True),
            ),
            models.Index(
                fields=["-closed_at", "id", "member"],
                name="answers_question_closed",
                condition=models.Q(closed_at__isnull=False),
            ),
            models.Index(fields=["owner", "due_at"], name="answers_question_owner"),
            models.Index(fields=["member", "-sent_at"], name="answers_question_member"),
        ]

    def __str__(self) -> str:
        return f"question {self.pk}"

    @property
    def address(self) -> str:
        """Where its asker reads it."""
        return f"/ask/{self.pk}/"


class PartOfQuestion(Owned):
    """Sealed under the asker's key, whoever wrote it: it goes when its asker goes."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    text = SealedText()

    class Meta:
        abstract = True


class Message(PartOfQuestion):
    """A letter between asker and team. A draft of its writer until it is sent."""

    told_as = _("Letters between you and the team")

    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="messages")
    changed_at = models.DateTimeField(auto_now=True)
    sent_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["question", "by"], name="one_message_draft", condition=models.Q(sent_at__isnull=True)
            )
        ]
        indexes = [models.Index(fields=["question", "sent_at"], name="answers_message_thread")]

    def __str__(self) -> str:
        return f"message {self.pk}"

    @classmethod
    def told_to(cls, member: Any) -> models.QuerySet[Any]:
        return super().told_to(member).filter(models.Q(by=member) | models.Q(sent_at__isnull=False))


class Note(PartOfQuestion):
    """What the team notes about a question among themselves."""

    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="notes")
    made_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"note {self.pk}"

    @classmethod
    def told_to(cls, member: Any) -> models.QuerySet[Any]:
        return super().told_to(member).none()


class Invitation(Owned):
    """The team would like to answer a comment privately; its writer, the member, accepts or not."""

    told_as = _("Invitations to a private answer")

    comment = models.OneToOneField("answers.Comment", on_delete=models.CASCADE, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
    answered_at = models.DateTimeField(null=True)
    accepted = models.BooleanField(default=False)

    def __str__(self) -> str:
        return f"invitation {self.pk}"

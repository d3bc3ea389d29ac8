from __future__ import annotations

from typing import Any, Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from allies.accounts.owned import Owned, OwnedQuerySet


class Kind(models.TextChoices):
    """What happened, as its member reads it."""

    REPLY: Any = "reply", _("Somebody wrote in a conversation you are part of.")
    COMMENT: Any = "comment", _("Somebody wrote under an answer you follow.")
    REPORT_OUTCOME: Any = "report", _("A moderator looked at what you asked about.")
    ANSWER_READY: Any = "answer", _("There is an answer to your question.")
    CONSENT_ASKED: Any = "consent", _("An answer waits for your yes or no.")
    QUESTION_MESSAGE: Any = "message", _("The team wrote to you about your question.")
    INVITATION: Any = "invite", _("The team would like to answer you privately.")
    FOLLOW_UP: Any = "follow-up", _("We would like to know what happened.")
    PLAN: Any = "plan", _("Somebody would like to write a plan with you.")
    HANDED: Any = "handed", _("Something at the desk was handed to you.")
    DESK_REPLY: Any = "desk-reply", _("Somebody wrote back to you at the desk.")
    MAIL_STOPPED: Any = "stopped", _("We send you no e-mail for now. Here you can read why.")


class NoticeQuerySet(OwnedQuerySet):
    def unread(self) -> Self:
        return self.filter(read_at=None)


class Notice(Owned):
    """That something happened, and where. No names and no words: those stand in their own place."""

    told_as = _("Your inbox")

    kind = models.CharField(max_length=10, choices=Kind)
    address = models.CharField(max_length=200, help_text="Within the site.")
    key = models.CharField(max_length=80, help_text="Of the event: each member hears of it once.")
    about = models.CharField(max_length=60, blank=True, help_text="Whoever has seen this has read the notice.")
    made_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["key", "member"], name="told_once")]
        indexes = [
            models.Index(fields=["member", "-id"], name="notice_member"),
            models.Index(fields=["member", "about"], name="notice_unread", condition=models.Q(read_at=None)),
            models.Index(fields=["read_at"], name="notice_read", condition=~models.Q(read_at=None)),
        ]

    def __str__(self) -> str:
        return f"notice {self.pk}"

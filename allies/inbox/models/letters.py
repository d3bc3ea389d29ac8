from __future__ import annotations

from datetime import datetime
from typing import Any, Self
from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from allies.accounts.owned import Owned, OwnedQuerySet


class Occasion(models.TextChoices):
    EVENT: Any = "event", "one notice"
    DIGEST: Any = "digest", "what came together"
    TEST: Any = "test", "asked for to try it"


class LetterQuerySet(OwnedQuerySet):
    def waiting(self) -> Self:
        return self.filter(sent_at=None, let_go_at=None)

    def free(self, now: datetime) -> Self:
        """To send by now, and in nobody's hands: a lease that ran out is of somebody who died with it."""
        return self.waiting().filter(Q(leased_until=None) | Q(leased_until__lte=now), due_at__lte=now)


class Letter(Owned):
    """A letter to send. What it says is looked up when it is sent: the row holds no words and no address."""

    told_as = _("Letters to you")

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    occasion = models.CharField(max_length=10, choices=Occasion)
    key = models.CharField(max_length=80, help_text="Of the event, or of the day or week of a digest.")
    due_at = models.DateTimeField()
    leased_until = models.DateTimeField(null=True, help_text="Until then one process tries to send it.")
    attempts = models.PositiveSmallIntegerField(default=0)
    sent_at = models.DateTimeField(null=True, help_text="When a mail server took it.")
    let_go_at = models.DateTimeField(null=True, help_text="Not needed any more, or tried often enough.")

    objects = LetterQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["member", "key"], name="one_letter_each")]
        indexes = [
            models.Index(fields=["due_at"], name="letter_due", condition=Q(sent_at=None, let_go_at=None)),
            models.Index(fields=["sent_at"], name="letter_sent", condition=~Q(sent_at=None)),
            models.Index(fields=["let_go_at"], name="letter_let_go", condition=~Q(let_go_at=None)),
        ]

    def __str__(self) -> str:
        return f"letter {self.pk}"

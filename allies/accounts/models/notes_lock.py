from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from allies.accounts.owned import Owned


class After(models.IntegerChoices):
    """Minutes away after which the notes close."""

    NEVER = 0, _("Never by themselves. Only when I hide them.")
    ONE = 1, _("After 1 minute")
    FIVE = 5, _("After 5 minutes")
    FIFTEEN = 15, _("After 15 minutes")


class NotesLock(Owned):
    """When a member's notes close, and the PIN that opens them again. No row: only when she hides them."""

    told_as = _("When your notes close")
    not_told = frozenset({"pin", "tries"})

    after = models.PositiveSmallIntegerField(choices=After, default=After.NEVER)
    pin = models.CharField(max_length=200, blank=True, help_text="What is stored of it; empty: there is none.")
    tries = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["member"], name="one_notes_lock")]

    def __str__(self) -> str:
        return f"notes lock {self.pk}"

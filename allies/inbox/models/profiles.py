from __future__ import annotations

from typing import Any, Self
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from allies.accounts.owned import Owned, OwnedQuerySet
from allies.inbox import neutral
from allies.inbox.hours import Hours
from allies.lib.sealed import SealedText


class Channel(models.TextChoices):
    NEVER: Any = "never", _("Never write to me")
    EMAIL: Any = "email", _("Write to me by e-mail")


class Rhythm(models.TextChoices):
    IMMEDIATE: Any = "immediate", _("For each thing, when it happens")
    DAILY: Any = "daily", _("At most once a day")
    WEEKLY: Any = "weekly", _("At most once a week, on Mondays")


class Stopped(models.TextChoices):
    REFUSED: Any = "refused", _("Your mail provider says that it does not take mail for your address.")
    RETURNED: Any = "returned", _("Mail to your address came back to us.")
    ASKED: Any = "asked", _("Somebody who reads your mail asked us to stop.")


class ContactProfileQuerySet(OwnedQuerySet):
    def reached(self) -> Self:
        """Who wants letters, and can get them."""
        wanted = Q(channel=Channel.EMAIL, stopped_at=None, member__is_active=True)
        return self.filter(wanted).exclude(member__email="")


class ContactProfile(Owned):
    """Whether and how a member wants to be written to. Without a row: never."""

    told_as = _("How we may write to you")

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    member = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    channel = models.CharField(max_length=10, choices=Channel, default=Channel.NEVER)
    sender = models.CharField(max_length=10, default=neutral.FIRST)
    subject = models.CharField(max_length=10, default=neutral.FIRST)
    preview = models.CharField(max_length=10, default=neutral.FIRST)
    own_sender = SealedText(null=True)
    own_subject = SealedText(null=True)
    own_preview = SealedText(null=True)
    link = models.BooleanField(default=False)
    opens = models.PositiveSmallIntegerField(default=9)
    closes = models.PositiveSmallIntegerField(default=20)
    zone = models.CharField(max_length=50)
    rhythm = models.CharField(max_length=10, choices=Rhythm, default=Rhythm.DAILY)
    stopped_at = models.DateTimeField(null=True)
    stopped_for = models.CharField(max_length=10, choices=Stopped, blank=True)

    objects = ContactProfileQuerySet.as_manager()

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(opens__lt=24, closes__lt=24), name="contact_hours")]

    def __str__(self) -> str:
        return f"contact profile {self.pk}"

    @property
    def hours(self) -> Hours:
        return Hours(self.opens, self.closes, self.zone)

    def words(self, part: str) -> str:
        """The sender, subject or preview of this member's letters."""
        key = getattr(self, part)
        own = getattr(self, f"own_{part}") if key == neutral.OWN else ""
        return own or neutral.words(part, key)

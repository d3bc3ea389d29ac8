from __future__ import annotations

from datetime import datetime
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from allies.accounts.models import Member
from allies.accounts.owned import Owned


class MeasureKind(models.TextChoices):
    RETURNED: Any = "returned", _("asked to write it anew")
    REMOVED: Any = "removed", _("comment removed")
    HIDDEN: Any = "hidden", _("conversation hidden")
    PAUSED: Any = "paused", _("posting paused")
    CLOSED: Any = "closed", _("account closed")


class MeasureQuerySet(models.QuerySet["Measure"]):
    def about(self, member: Member) -> Self:
        return self.filter(member=member).order_by("-id")

    def decided(self) -> Self:
        """All but closings that only one person has proposed, of which the member hears nothing."""
        return self.exclude(kind=MeasureKind.CLOSED, confirmed_at=None)

    def in_force(self, now: datetime) -> Self:
        """Pauses that run and closings that two people decided, unless lifted."""
        return self.decided().filter(lifted_at=None).filter(models.Q(until=None) | models.Q(until__gt=now))


class Measure(models.Model):
    """What a moderator did about a member or what they wrote, and why. The member sees it and can appeal once."""

    member = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=10, choices=MeasureKind)
    comment = models.ForeignKey("answers.Comment", null=True, on_delete=models.SET_NULL, related_name="+")
    reason = models.TextField(max_length=1000, help_text="As the member reads it.")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField()
    confirmed_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    confirmed_at = models.DateTimeField(null=True, help_text="Closing an account takes a second person.")
    until = models.DateTimeField(null=True, help_text="When a pause ends by itself.")
    lifted_at = models.DateTimeField(null=True)
    lifted_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")

    seen_at = models.DateTimeField(null=True, help_text="When its member first read of it.")

    objects = MeasureQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["member", "-id"], name="measure_member")]

    def __str__(self) -> str:
        return f"measure {self.pk}"


class Decision(models.TextChoices):
    KEPT: Any = "kept", _("It stays as it was decided")
    LIFTED: Any = "lifted", _("It was taken back")


class Appeal(Owned):
    """A member asks somebody else to look again; once for each measure."""

    told_as = _("Where you asked for another look")

    measure = models.OneToOneField(Measure, on_delete=models.CASCADE, related_name="appeal")
    words = models.TextField(max_length=2000)
    at = models.DateTimeField(auto_now_add=True)
    claimed_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    claimed_at = models.DateTimeField(null=True)
    decision = models.CharField(max_length=10, choices=Decision, blank=True)
    answer = models.TextField(blank=True, max_length=1000)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    decided_at = models.DateTimeField(null=True)
    seen_at = models.DateTimeField(null=True, help_text="When its member first read of the decision.")

    def __str__(self) -> str:
        return f"appeal {self.pk}"

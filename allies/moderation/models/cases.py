from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from allies.accounts.owned import Owned, OwnedQuerySet

CLAIM_LASTS = timedelta(minutes=30)  # after which somebody else may take it


class Why(models.TextChoices):
    """Why a comment is looked at."""

    NEWCOMER: Any = "newcomer", _("one of a newcomer’s first")
    DISRESPECT: Any = "disrespect", _("may hurt another member")
    IDENTITY: Any = "identity", _("may show who somebody is")
    CRISIS: Any = "crisis", _("someone may be in danger")
    LINK: Any = "link", _("a link from a newcomer")
    REPEATED: Any = "repeated", _("the same words as before")
    REPORTED: Any = "reported", _("reported by a member")
    REPHRASED: Any = "rephrased", _("written anew after a moderator asked")


class Outcome(models.TextChoices):
    APPROVED: Any = "approved", _("stays")
    RETURNED: Any = "returned", _("went back to its writer")
    REMOVED: Any = "removed", _("removed")
    HIDDEN: Any = "hidden", _("conversation hidden")
    SWEPT: Any = "swept", _("hidden with its conversation")
    GONE: Any = "gone", _("its writer took it away")


class CaseQuerySet(models.QuerySet["Case"]):
    def open(self) -> Self:
        return self.filter(closed_at=None)

    def free(self, now: datetime) -> Self:
        """Which nobody has claimed, or whose claim has run out."""
        return self.open().filter(models.Q(claimed_by=None) | models.Q(claimed_at__lt=now - CLAIM_LASTS))


class Case(models.Model):
    """One comment that somebody has to look at. At most one open case a comment; reports join it."""

    comment = models.ForeignKey("answers.Comment", on_delete=models.CASCADE, related_name="+")
    why = models.JSONField(default=list, help_text="Keys of `Why`.")
    weight = models.PositiveSmallIntegerField(default=0, help_text="What could hurt most stands first.")
    opened_at = models.DateTimeField()
    claimed_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    claimed_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    closed_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    outcome = models.CharField(max_length=10, choices=Outcome, blank=True)

    objects = CaseQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["comment"], condition=models.Q(closed_at=None), name="one_open_case")
        ]
        indexes = [
            models.Index(fields=["-weight", "opened_at"], name="case_queue", condition=models.Q(closed_at=None)),
            models.Index(fields=["closed_at"], name="case_closed"),
        ]

    def __str__(self) -> str:
        return f"case {self.pk}"


class ReportReason(models.TextChoices):
    """In members' words."""

    UNKIND: Any = "unkind", _("It is unkind to me or to somebody else here")
    ADVICE: Any = "advice", _("It tells somebody what to do")
    IDENTITY: Any = "identity", _("It could show who somebody is")
    DANGER: Any = "danger", _("Somebody may be in danger")
    SELLING: Any = "selling", _("It sells something, or is not about this at all")
    OTHER: Any = "other", _("Something else")


class ReportQuerySet(OwnedQuerySet):
    def decided(self) -> Self:
        """Somebody has looked."""
        return self.filter(case__closed_at__isnull=False)

    def unseen(self) -> Self:
        """Decided since its member last read of it."""
        return self.decided().filter(models.Q(seen_at=None) | models.Q(seen_at__lt=models.F("case__closed_at")))


class Report(Owned):
    """That a member asked for a look at a comment. Who reported is shown to nobody but moderators."""

    told_as = _("What you asked moderators to look at")

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="reports")
    reason = models.CharField(max_length=10, choices=ReportReason)
    words = models.TextField(blank=True, max_length=1000)
    at = models.DateTimeField(auto_now_add=True)
    seen_at = models.DateTimeField(null=True, help_text="When its member last read what came of it.")

    objects = ReportQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["member", "case"], name="one_report_each")]

    def __str__(self) -> str:
        return f"report {self.pk}"

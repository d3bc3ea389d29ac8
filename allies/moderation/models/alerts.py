from __future__ import annotations

from datetime import datetime
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import BooleanField, ExpressionWrapper, F, Q
from django.utils.translation import gettext_lazy as _


def _unanswered(late: datetime) -> Q:
    return Q(owner__isnull=False, responded_at=None, owned_at__lte=late)


class AlertQuerySet(models.QuerySet["Alert"]):
    def open(self) -> Self:
        return self.filter(closed_at=None)

    def about_question(self, question: Any) -> Self:
        return self.open().filter(question=question)

    def unanswered_since(self, late: datetime) -> Self:
        """Somebody took it by then, and the member has not heard from anybody: others may take it over."""
        return self.open().filter(_unanswered(late))

    def telling_silence(self, late: datetime) -> Self:
        """Each with `silent`: its owner took it by then, and the member has not heard from anybody."""
        return self.annotate(silent=ExpressionWrapper(_unanswered(late), output_field=BooleanField()))

    def to_escalate(self, late: datetime) -> Self:
        """Nobody took it by then; or its owner has not answered, of which everybody hears once for each owner."""
        untaken = Q(owner=None, escalated_at=None, raised_at__lte=late)
        first_with_this_owner = Q(escalated_at=None) | Q(escalated_at__lt=F("owned_at"))
        return self.open().filter(untaken | _unanswered(late) & first_with_this_owner)

    def to_call_everybody(self) -> Self:
        """Escalated, in nobody's hands since (an owner who was silent aside), and not written about yet."""
        still = Q(owner=None) | Q(escalated_at__gt=F("owned_at"), responded_at=None)
        return self.open().filter(still, escalated_at__isnull=False, escalation_mailed_at=None)


class Alert(models.Model):
    """Someone may be in danger: for whoever is on duty. Holds what kind, never what was written.

    It was told in a comment or about one, in the words of an appeal, or in a private question: of that, no kind
    either.
    """

    comment = models.ForeignKey("answers.Comment", null=True, on_delete=models.SET_NULL, related_name="+")
    appeal = models.ForeignKey("moderation.Appeal", null=True, on_delete=models.SET_NULL, related_name="+")
    question = models.ForeignKey("answers.Question", null=True, on_delete=models.CASCADE, related_name="+")
    keys = models.JSONField(default=list, help_text="Urgent-help keys, the gravest first.")
    urgent = models.BooleanField(default=False)
    raised_at = models.DateTimeField()
    mailed_at = models.DateTimeField(null=True, help_text="When those on duty were written to; null: still to do.")
    escalated_at = models.DateTimeField(null=True)
    escalation_mailed_at = models.DateTimeField(null=True)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    owned_at = models.DateTimeField(null=True)
    taken_from = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="Who had it and did not answer in time, before `owner` took it over.",
    )
    responded_at = models.DateTimeField(null=True, help_text="The first response to the member.")
    closed_at = models.DateTimeField(null=True)
    closed_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    note = models.TextField(blank=True, max_length=2000, help_text="What was done.")

    objects = AlertQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["raised_at"], name="alert_open", condition=models.Q(closed_at=None))]

    def __str__(self) -> str:
        return f"alert {self.pk}"


class Shift(models.Model):
    """When somebody is on duty for alerts: once, or every week at the same hours."""

    member = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    starts_at = models.DateTimeField(_("from"))
    ends_at = models.DateTimeField(_("to"))
    weekly = models.BooleanField(_("every week"), default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(ends_at__gt=models.F("starts_at")), name="shift_ends_later")
        ]

    def __str__(self) -> str:
        return f"shift {self.pk}"


class StockReply(models.Model):
    """A first answer that whoever is on duty can adapt. Operators keep them at the desk."""

    title = models.CharField(_("name"), max_length=80)
    kind = models.CharField(_("for"), max_length=12, blank=True, help_text=_("An urgent-help key, or empty for all."))
    text = models.TextField(_("text"), max_length=2000)

    class Meta:
        verbose_name = _("stock reply")
        verbose_name_plural = _("stock replies")
        ordering = ["kind", "title"]

    def __str__(self) -> str:
        return self.title

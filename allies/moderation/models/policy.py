from __future__ import annotations

from typing import Any, Self

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _


class OnFinding(models.TextChoices):
    """What happens to a comment in which the words check finds something of one kind."""

    LIVE: Any = "live", _("goes live")
    ASK: Any = "ask", _("the writer is asked once more; if it stays, it waits")
    WAIT: Any = "wait", _("waits for a moderator")


class Policy(models.Model):
    """How this site screens what members write. One row; operators change it at the desk."""

    newcomer_comments = models.PositiveSmallIntegerField(
        _("a newcomer's comments that wait"), default=3, validators=[MaxValueValidator(100)]
    )
    on_disrespect = models.CharField(_("disrespect"), max_length=4, choices=OnFinding, default=OnFinding.WAIT)
    on_identity = models.CharField(
        _("details that could show who somebody is"), max_length=4, choices=OnFinding, default=OnFinding.ASK
    )
    on_crisis = models.CharField(_("someone may be in danger"), max_length=4, choices=OnFinding, default=OnFinding.LIVE)
    alert_on_crisis = models.BooleanField(_("call whoever is on duty when someone may be in danger"), default=True)
    escalate_after = models.PositiveSmallIntegerField(
        _("minutes until an alert that nobody has taken or answered goes to everybody"),
        default=15,
        validators=[MinValueValidator(1), MaxValueValidator(1440)],
    )
    member_hourly = models.PositiveSmallIntegerField(
        _("comments a member may post in an hour"), default=20, validators=[MinValueValidator(1)]
    )
    address_hourly = models.PositiveSmallIntegerField(
        _("comments that may come from one internet address in an hour"), default=60, validators=[MinValueValidator(1)]
    )

    def __str__(self) -> str:
        return "how this site screens"

    @classmethod
    def current(cls) -> Self:
        return cls.objects.first() or cls()

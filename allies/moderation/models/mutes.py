from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from allies.accounts.owned import Owned


class Mute(Owned):
    """`member` does not see what `muted` writes. The one who is muted sees nothing of it anywhere."""

    told_as = _("People you muted")

    muted = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["member", "muted"], name="mute_once"),
            models.CheckConstraint(condition=~models.Q(member=models.F("muted")), name="mute_another"),
        ]

    def __str__(self) -> str:
        return f"mute {self.pk}"

from __future__ import annotations

from django.conf import settings
from django.db import models


class RecoveryCode(models.Model):
    """One way back in without e-mail. Used codes stay, with when, until a new set replaces them all."""

    member = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="recovery_codes")
    digest = models.CharField(max_length=80, unique=True)
    made_at = models.DateTimeField(auto_now_add=True)
    used_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return "used" if self.used_at else "unused"

from __future__ import annotations

from django.conf import settings
from django.db import models


class Consent(models.Model):
    """That a member agreed to one version of one document, and when."""

    member = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="consents")
    document = models.CharField(max_length=30)
    version = models.CharField(max_length=20)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["member", "document", "version"], name="one_consent_each")]

    def __str__(self) -> str:
        return f"{self.document} {self.version}"

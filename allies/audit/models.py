from __future__ import annotations

from django.conf import settings
from django.db import models


class Entry(models.Model):
    """One act with its actor and its reason. Entries are only ever added."""

    at = models.DateTimeField(auto_now_add=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    verb = models.CharField(max_length=40)
    target = models.CharField(max_length=120)
    reason = models.TextField(blank=True)

    class Meta:
        ordering = ["-id"]
        indexes = [models.Index(fields=["target"], name="audit_target")]

    def __str__(self) -> str:
        return f"{self.verb} {self.target}"

"""Private records: they belong to one member and load only through `.of(member)`."""

from __future__ import annotations

from typing import Any, Self

from django.conf import settings
from django.db import models


class OwnedQuerySet(models.QuerySet[Any]):
    def of(self, member: Any) -> Self:
        return self.filter(member=member)


class Owned(models.Model):
    """Export, erasure and the access tests walk this class's subclasses, so that no private record is forgotten."""

    member = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")

    objects = OwnedQuerySet.as_manager()

    class Meta:
        abstract = True

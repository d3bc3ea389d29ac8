"""Private records: they belong to one member and load only through `.of(member)`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar, Self

from django.apps import apps
from django.conf import settings
from django.db import models


class OwnedQuerySet(models.QuerySet[Any]):
    def of(self, member: Any) -> Self:
        return self.filter(member=member)


class Owned(models.Model):
    """Export, erasure and the access tests walk this class's subclasses, so that no private record is forgotten."""

    told_as: ClassVar[Any] = ""  # the heading above these records in a member's export; else the model's own name
    not_told: ClassVar[frozenset[str]] = frozenset()  # fields that would mean nothing to her

    member = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")

    objects = OwnedQuerySet.as_manager()

    class Meta:
        abstract = True

    @classmethod
    def told_to(cls, member: Any) -> models.QuerySet[Any]:
        """Which rows go into her export. All of hers, unless others wrote some for themselves."""
        return cls.objects.of(member)

    def also_told(self) -> dict[str, Any]:
        """What the fields alone do not say, such as where a number leads. By name, in plain values."""
        return {}

    @classmethod
    def read_as(cls, told: dict[str, Any]) -> list[tuple[str, str]] | None:
        """How such a record reads on paper, once it was told: labels and words. None: field by field."""
        return None


def owned_models() -> Iterator[type[Owned]]:
    """All of them, in every room, in a steady order."""
    yield from (model for model in apps.get_models() if issubclass(model, Owned))

"""One page of notes, lent to somebody without an account: by an address that ends."""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar, Self
from uuid import uuid4

from django.db import models
from django.utils.translation import gettext_lazy as _

from allies.accounts.owned import Owned, OwnedQuerySet
from allies.lib.sealed import SealedText


class ShareQuerySet(OwnedQuerySet):
    def running(self, now: datetime) -> Self:
        return self.filter(ends_at__gt=now).exclude(left=0)

    def ended(self, now: datetime) -> Self:
        return self.filter(models.Q(ends_at__lte=now) | models.Q(left=0))


class Share(Owned):
    """The page as it was when she made the address. `page` is sealed under a key that only the address holds.

    The site keeps a digest of the secret and can neither write the address down again nor open the page without it.
    """

    told_as = _("Pages you showed by a link")
    not_told: ClassVar[frozenset[str]] = frozenset({"digest", "page"})

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    digest = models.CharField(max_length=64, unique=True)
    page = models.BinaryField()
    label: Any = SealedText(help_text="What the member calls it.")
    made_at = models.DateTimeField(auto_now_add=True)
    ends_at = models.DateTimeField(db_index=True)
    left = models.PositiveIntegerField(null=True, help_text="How often it can still be opened; null: until it ends.")
    opened = models.PositiveIntegerField(default=0)

    objects = ShareQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["member", "-made_at"], name="notebook_share_list")]

    def __str__(self) -> str:
        return f"shared page {self.pk}"

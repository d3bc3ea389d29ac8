from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class FormerAddress(models.Model):
    """Where a published page stood before: whoever kept that address is led on."""

    address = models.CharField(_("address"), max_length=700, primary_key=True)
    page = models.ForeignKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="+")

    def __str__(self) -> str:
        return self.address

from __future__ import annotations

from typing import Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class OwnTermQuerySet(models.QuerySet["OwnTerm"]):
    def live(self) -> Self:
        return self.exclude(live_at=None)


class OwnTerm(models.Model):
    """A word or phrase that this site's operator adds to the words check. It counts once it was tried and set live."""

    phrase = models.CharField(_("word or phrase"), max_length=60, unique=True)
    kind = models.CharField(_("kind"), max_length=10, default="stigma")
    reason = models.CharField(_("why, in one sentence for the writer"), max_length=200)
    alternatives = models.JSONField(_("what to say instead"), default=list)
    source = models.CharField(_("source"), max_length=160, blank=True)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    added_at = models.DateTimeField(auto_now_add=True)
    live_at = models.DateTimeField(null=True)

    objects = OwnTermQuerySet.as_manager()

    def __str__(self) -> str:
        return self.phrase

"""Editions: a published page as readers see it, written when it is published, served without Wagtail's routing."""

from __future__ import annotations

import math
import re

from django.db import models
from django.utils.html import strip_tags

WORDS_A_MINUTE = 200  # plain prose, read carefully on a phone


class Edition(models.Model):
    """The columns every room's editions share. A room adds the page it belongs to and what its lists need."""

    title = models.CharField(max_length=255)
    summary = models.TextField(blank=True)
    html = models.TextField()
    minutes = models.PositiveSmallIntegerField(default=1)
    written_at = models.DateTimeField(auto_now=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.title


def minutes_to_read(html: str) -> int:
    """Whole minutes, at least 1, for `html` at 200 words a minute."""
    return max(1, math.ceil(len(re.findall(r"\w+", strip_tags(html))) / WORDS_A_MINUTE))

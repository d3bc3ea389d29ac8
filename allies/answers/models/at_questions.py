from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.db import models

from allies.answers.models.questions import Question

LOOK_LASTS = timedelta(minutes=10)  # after which an open page says nothing any more about who reads it


class Look(models.Model):
    """Somebody of the team has a question's page open, as far as the site knows: so that two do not write at once."""

    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="looks")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    began_at = models.DateTimeField()
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["question", "by"], name="one_look_a_reader")]

    def __str__(self) -> str:
        return f"look {self.pk}"


class StockParagraph(models.Model):
    """Words that the team begins a reply with. Editors keep them."""

    title = models.CharField(max_length=80)
    text = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering = ["title", "pk"]

    def __str__(self) -> str:
        return self.title

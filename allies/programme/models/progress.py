"""What one member has read and watched. Keyed by a lesson's stable id, so that it outlives the page it was read on."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from allies.accounts.owned import Owned


class Completion(Owned):
    told_as = _("Lessons you finished")

    lesson = models.CharField(max_length=100)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["member", "lesson"], name="completed_once")]

    def __str__(self) -> str:
        return self.lesson


class LastLesson(Owned):
    """Where the member left off: one row each."""

    told_as = _("Where you left off")

    lesson = models.CharField(max_length=100)
    at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["member"], name="one_last_lesson")]

    def __str__(self) -> str:
        return self.lesson


class WatchedTo(Owned):
    told_as = _("How far you watched")

    recording = models.ForeignKey("programme.Recording", on_delete=models.CASCADE, related_name="+")
    seconds = models.PositiveIntegerField(help_text="Position in the recording, in whole seconds.")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["member", "recording"], name="one_position")]

    def __str__(self) -> str:
        return f"{self.recording_id} {self.seconds}"

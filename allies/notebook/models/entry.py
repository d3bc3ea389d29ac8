from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar, Self
from uuid import uuid4

from django.db import models
from django.utils.translation import gettext_lazy as _

from allies.accounts.owned import Owned, OwnedQuerySet
from allies.craft.observing import Observation
from allies.lib.sealed import SealedText

FORMAT = 1  # of the sealed words; a later one knows how to read the earlier
Given = dict[str, str | list[str]]  # what a form held, by field: a text, or the taps of a field with several


class KindName(models.TextChoices):
    OBSERVATION = "observation"
    ACTIVITY = "activity"
    REWARD = "reward"
    CUSHION = "cushion"
    BOUNDARY = "boundary"
    REQUEST = "request"
    OPENING = "opening"
    READINESS = "readiness"
    SAFETY = "safety"
    LIFE = "life"
    GOAL = "goal"
    SUPPORTER = "supporter"
    JOURNAL = "journal"
    MOMENT = "moment"


class EntryQuerySet(OwnedQuerySet):
    def of_kind(self, kind: str) -> Self:
        return self.filter(kind=kind)

    def newest_first(self) -> Self:
        return self.order_by("-made_at", "-id")


class Noted(models.Model):
    """One thing that was noted down. All that was written or tapped, its day too, is in `words` and sealed."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    kind = models.CharField(max_length=20, choices=KindName)
    words: Any
    version = models.PositiveIntegerField(default=1, help_text="Grows with each change.")
    made_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"entry {self.pk}"

    @property
    def given(self) -> Given:
        """What the form held. A copy: write a new one back."""
        found: Given = json.loads(self.words)["given"] if self.words else {}
        return found

    @given.setter
    def given(self, value: Mapping[str, Any]) -> None:
        kept = {name: each for name, each in value.items() if each}
        self.words = json.dumps({"format": FORMAT, "given": kept}, ensure_ascii=False, separators=(",", ":"))

    @property
    def day(self) -> date | None:
        """The day that its member gave it; not always the day on which it was written."""
        try:
            return date.fromisoformat(str(self.given.get("day", "")))
        except ValueError:
            return None


class Entry(Noted, Owned):
    """What one member noted down, for herself."""

    told_as = _("Your notes")
    not_told: ClassVar[frozenset[str]] = frozenset({"version"})

    words: Any = SealedText()

    objects = EntryQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["member", "kind", "-made_at", "-id"], name="notebook_entry_list")]

    def observation(self) -> Observation | None:
        """For the arithmetic of patterns. None for what is no observation, or has no day or state yet."""
        from allies.notebook.kinds.happens import observed

        return observed(self.kind, self.given)

    def also_told(self) -> dict[str, Any]:
        """In place of the sealed text: what it says, field by field."""
        try:
            return {"words": json.loads(self.words)}
        except ValueError:  # in no form that is known here: as it is, rather than not at all
            return {}

    @classmethod
    def read_as(cls, told: dict[str, Any]) -> list[tuple[str, str]] | None:
        """What it is, and each answer under its question."""
        from allies.notebook.kinds import KINDS

        kind, words = KINDS.get(told["kind"]), told["words"]
        return [(str(kind.title), ""), *kind.shown(words["given"])] if kind and isinstance(words, dict) else None

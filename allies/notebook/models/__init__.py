from __future__ import annotations

from allies.notebook.models.entry import FORMAT, Entry, EntryQuerySet, Given, KindName, Noted
from allies.notebook.models.plan import Plan, PlanEntry, PlanInvitation, PlanMember, PlanNote
from allies.notebook.models.share import Share

__all__ = [
    "FORMAT",
    "Entry",
    "EntryQuerySet",
    "Given",
    "KindName",
    "Noted",
    "Plan",
    "PlanEntry",
    "PlanInvitation",
    "PlanMember",
    "PlanNote",
    "Share",
]

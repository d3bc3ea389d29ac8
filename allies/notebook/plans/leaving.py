"""Leaving a plan: at once, without a word to anybody, with a copy of one's own."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction

from allies.accounts.models import Member
from allies.notebook.kinds import KINDS
from allies.notebook.models import Entry, Plan, PlanEntry, PlanMember, PlanNote
from allies.notebook.plans.joining import forget_unanswered
from allies.notebook.plans.writing import keep_note


@transaction.atomic
def leave(key: UUID, *, by: Member, copy: bool) -> None:
    """Twice is once. The other finds the plan as it was; when nobody is left in it, it is gone, and its key."""
    row = PlanMember.objects.of(by).select_for_update().filter(plan=key).select_related("plan").first()
    if row is None:
        return
    Plan.objects.select_for_update().get(pk=key)
    row.member = by
    if copy:
        _copy(row.opened_plan(), by)
    PlanNote.objects.of(by).filter(entry__plan=key).delete()
    row.delete()
    if not PlanMember.objects.filter(plan=key).exists():
        Plan.objects.filter(pk=key).delete()


def leave_all(member: Member) -> None:
    """Before her account goes."""
    for key in list(PlanMember.objects.of(member).values_list("plan", flat=True)):
        leave(key, by=member, copy=False)


def _copy(plan: Plan, by: Member) -> None:
    """Into her notebook, in the order of writing; what only she saw becomes pages of her journal."""
    notes = {note.entry_id: note for note in PlanNote.objects.of(by).filter(entry__plan=plan)}
    for entry in PlanEntry.objects.filter(plan=plan).order_by("made_at", "pk"):
        entry.plan = plan
        own = Entry(member=by, kind=entry.kind)
        own.given = entry.given
        own.save(force_insert=True)
        if note := notes.get(entry.pk):
            note.member = by
            keep_note(note, KINDS[entry.kind].short(entry.given))


def look_after_plans(now: datetime) -> None:
    """What came of other things: invitations that nobody answered, members set apart, accounts that went."""
    forget_unanswered(now)
    for row in PlanMember.objects.to_part().select_related("member"):
        leave(row.plan_id, by=row.member, copy=True)
    Plan.objects.filter(members=None).delete()

"""Plans that a member is in, what stands in them, and what she alone sees there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from allies.accounts.models import Member
from allies.lib.sealed import UnreadableError
from allies.notebook.kinds import KINDS
from allies.notebook.kinds.kind import Kind
from allies.notebook.models import Given, KindName, Plan, PlanEntry, PlanInvitation, PlanMember, PlanNote

# What two can plan together. What they noticed, felt and wrote stays in the notebook of each.
IN_A_PLAN = (KindName.BOUNDARY, KindName.REWARD, KindName.REQUEST, KindName.OPENING, KindName.READINESS)
MINE = "mine"  # the field of a form that only its writer sees


@dataclass(frozen=True, slots=True)
class InPlan:
    """A plan as one of the two opens it. `waiting`: her own invitation, while it can be answered."""

    plan: Plan
    member: Member
    other_name: str
    waiting: PlanInvitation | None


@dataclass(frozen=True, slots=True)
class Shown:
    """What a form shows: what both see, and her own note."""

    given: Given
    version: int


def kinds() -> list[Kind]:
    return [KINDS[name] for name in IN_A_PLAN if name in KINDS]


def plans_of(member: Member, now: datetime) -> list[InPlan]:
    rows = PlanMember.objects.seen_by(member).select_related("plan").order_by("-joined_at", "pk")
    waiting = {each.plan_id: each for each in PlanInvitation.objects.of(member).waiting(now)}
    return [_in_plan(row, member, waiting.get(row.plan_id)) for row in rows]


def plan_of(member: Member, key: UUID, now: datetime) -> InPlan | None:
    """None: there is none, or she is not in it, or not any more."""
    row = PlanMember.objects.seen_by(member).filter(plan=key).select_related("plan").first()
    return (
        _in_plan(row, member, PlanInvitation.objects.of(member).waiting(now).filter(plan=key).first()) if row else None
    )


def _in_plan(row: PlanMember, member: Member, waiting: PlanInvitation | None) -> InPlan:
    row.member = member
    if waiting:
        waiting.member = member
    return InPlan(row.opened_plan(), member, row.other_name or "", waiting)


def entries_of(there: InPlan) -> list[PlanEntry]:
    """The newest first."""
    rows: list[PlanEntry] = list(PlanEntry.objects.filter(plan=there.plan).order_by("-made_at", "-id"))
    for row in rows:
        row.plan = there.plan
    return rows


def entry_of(there: InPlan, kind: Kind, key: UUID) -> PlanEntry | None:
    row: PlanEntry | None = PlanEntry.objects.filter(plan=there.plan, kind=kind.name, pk=key).first()
    if row:
        row.plan = there.plan
    return row


def note_of(member: Member, key: UUID) -> PlanNote | None:
    row: PlanNote | None = PlanNote.objects.of(member).filter(entry=key).first()
    if row:
        row.member = member
    return row


def shown(entry: PlanEntry | None, note: PlanNote | None) -> Shown | None:
    return Shown(entry.given | {MINE: note.words if note else ""}, entry.version) if entry else None


def told(member: Member) -> Iterator[dict[str, Any]]:
    """What stands in her plans, for her export."""
    for row in PlanMember.objects.seen_by(member).select_related("plan").order_by("joined_at", "pk"):
        row.member = member
        try:
            plan = row.opened_plan()
        except UnreadableError:
            yield {"plan": row.plan_id, "unreadable": ["entries"]}
            continue
        for entry in PlanEntry.objects.filter(plan=plan).order_by("made_at", "pk"):
            entry.plan = plan
            yield {"plan": plan.pk, "id": entry.pk, "kind": entry.kind, "made_at": entry.made_at, **entry.given}

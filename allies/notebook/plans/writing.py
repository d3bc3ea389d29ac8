"""Writing in a plan: merged as in the notebook, with a note beside it that only its writer sees."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from allies.accounts.models import Member
from allies.notebook.keeping import GoneError, base_of, once, write_over
from allies.notebook.kinds.kind import Kind, is_blank
from allies.notebook.merging import merged
from allies.notebook.models import Entry, Given, KindName, PlanEntry, PlanMember, PlanNote
from allies.notebook.opened import Opened
from allies.notebook.plans.reading import MINE, InPlan, entry_of, note_of


@dataclass(frozen=True, slots=True)
class Kept:
    entry: PlanEntry | None
    note: PlanNote | None = None
    both: tuple[str, ...] = ()


def keep(there: InPlan, kind: Kind, key: UUID, given: Given, *, opened: Opened | None, new: bool = False) -> Kept:
    """As `allies/notebook/keeping.py` does. What stands in the field MINE goes to her own note. Raises GoneError."""
    return once(lambda may_make: _kept(there, kind, key, given, opened, may_make), may_make=new or opened is not None)


def _kept(there: InPlan, kind: Kind, key: UUID, given: Given, opened: Opened | None, may_make: bool) -> Kept:
    _still_in(there)
    mine = str(given.get(MINE, ""))
    shared = {name: value for name, value in given.items() if name != MINE}
    PlanEntry.objects.filter(plan=there.plan, pk=key).select_for_update().first()
    entry = entry_of(there, kind, key)
    both: tuple[str, ...] = ()
    if entry is None:
        if not may_make:
            raise GoneError
        if is_blank(given):
            return Kept(None)
        entry = PlanEntry(id=key, plan=there.plan, kind=kind.name)
        entry.given = kind.allowed(shared)
        entry.save(force_insert=True)
    else:
        both = write_over(kind, entry, shared, opened)
    return Kept(entry, _note(there.member, entry, mine, opened), both)


def _still_in(there: InPlan) -> None:
    """The row is held, so that nobody writes into what is being left."""
    if not PlanMember.objects.seen_by(there.member).select_for_update().filter(plan=there.plan).exists():
        raise GoneError


def _note(member: Member, entry: PlanEntry, words: str, opened: Opened | None) -> PlanNote | None:
    note = note_of(member, entry.pk)
    if note is None and not words:
        return None
    note = note or PlanNote(member=member, entry=entry, words="")
    before = note.words
    note.words = str(merged({MINE: words}, {MINE: before}, base_of(opened)).given[MINE])
    if note.words != before:
        note.save()
    return note


@transaction.atomic
def delete(there: InPlan, kind: Kind, key: UUID) -> None:
    """For both. What each had noted beside it alone goes into their own journal: it is not another's to delete."""
    _still_in(there)
    entry = entry_of(there, kind, key)
    if entry is None:
        return
    for note in PlanNote.objects.filter(entry=entry).select_related("member"):
        keep_note(note, kind.short(entry.given))
    entry.delete()


def keep_note(note: PlanNote, about: str) -> None:
    """As a page of her journal."""
    if note.words:
        entry = Entry(member=note.member, kind=KindName.JOURNAL)
        entry.given = {"what": f"{about}\n\n{note.words}"}
        entry.save(force_insert=True)

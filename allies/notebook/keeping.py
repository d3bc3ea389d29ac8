"""What a member does with an entry of hers: each a whole. Nothing is logged: there is no other reader."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar
from uuid import UUID

from django.db import IntegrityError, transaction

from allies.accounts.models import Member
from allies.notebook.entries import key_of_the_one
from allies.notebook.kinds.kind import Kind, is_blank
from allies.notebook.merging import Merged, Value, merged
from allies.notebook.models import Entry, Given, Noted
from allies.notebook.opened import Opened

K = TypeVar("K")


class GoneError(Exception):
    """It is not there, or not of this member."""


@dataclass(frozen=True, slots=True)
class Kept:
    entry: Entry | None  # none: there was nothing to keep
    both: tuple[str, ...] = ()  # fields that were changed on another device too


def keep(kind: Kind, key: UUID, given: Given, *, by: Member, opened: Opened | None, new: bool = False) -> Kept:
    """Save what a form held, finished or not. The same form twice, or again after a lost answer, is saved once.

    An entry that is not there is made when the form was a `new` one, and made again when it was deleted meanwhile: that
    the form was `opened` proves that it was hers. Raises GoneError.
    """
    return once(lambda may_make: _kept(kind, key, given, by, opened, may_make), may_make=new or opened is not None)


def once(save: Callable[[bool], K], *, may_make: bool) -> K:
    """`save` may make the row. Where two at once do, or the key is somebody else's, the second finds what there is."""
    try:
        with transaction.atomic():
            return save(may_make)
    except IntegrityError:
        with transaction.atomic():
            return save(False)


def _kept(kind: Kind, key: UUID, given: Given, by: Member, opened: Opened | None, may_make: bool) -> Kept:
    entry = _locked(kind, key, by)
    if entry is None:
        if not may_make or (kind.only and key != key_of_the_one(by, kind)):
            raise GoneError
        return Kept(None if is_blank(given) else _made(kind, key, given, by))
    return Kept(entry, write_over(kind, entry, given, opened))


def write_over(kind: Kind, entry: Noted, given: Given, opened: Opened | None) -> tuple[str, ...]:
    """Write what a form held: as it is where nobody wrote since it was opened. Returns the fields that met others."""
    if opened and opened.version == entry.version:
        result = Merged(entry.given | given)
    else:
        result = merged(given, entry.given, base_of(opened))
    write(kind, entry, result.given)
    return result.both


def base_of(opened: Opened | None) -> Callable[[str, Value], bool]:
    """Whether a form began with a value. Of a form that we know nothing of: it was empty."""
    return opened.is_base if opened else (lambda _name, value: not value)


def _made(kind: Kind, key: UUID, given: Given, by: Member) -> Entry:
    entry = Entry(id=key, member=by, kind=kind.name)
    entry.given = kind.allowed(given)
    entry.save(force_insert=True)
    return entry


def write(kind: Kind, entry: Noted, after: Given) -> None:
    """Save `after`, when it is different. In the caller's transaction, with the row locked."""
    after = {name: value for name, value in kind.allowed(after).items() if value}
    if after != entry.given:
        entry.given = after
        entry.version += 1
        entry.save(update_fields=["words", "version", "changed_at"])


def _locked(kind: Kind, key: UUID, by: Member) -> Entry | None:
    entry: Entry | None = Entry.objects.of(by).of_kind(kind.name).select_for_update().filter(pk=key).first()
    if entry is not None:
        entry.member = by
    return entry


@transaction.atomic
def change(kind: Kind, key: UUID, how: Callable[[Given], Given], *, by: Member) -> Entry:
    """One tap that changes an entry without its form. Raises GoneError."""
    entry = _locked(kind, key, by)
    if entry is None:
        raise GoneError
    write(kind, entry, how(entry.given))
    return entry


@transaction.atomic
def choose(kind: Kind, key: UUID, *, by: Member) -> str:
    """The one of its kind that `by` works on now; the others are so no more. Returns why it was refused, or nothing."""
    rows: list[Entry] = list(Entry.objects.of(by).of_kind(kind.name).select_for_update())
    entry = next((row for row in rows if row.pk == key), None)
    if entry is None:
        raise GoneError
    if reason := kind.refused(entry.given):
        return reason
    for row in rows:
        row.member = by
        write(kind, row, row.given | {"chosen": "yes" if row.pk == key else ""})
    return ""


@transaction.atomic
def unchoose(kind: Kind, key: UUID, *, by: Member) -> None:
    change(kind, key, lambda given: given | {"chosen": ""}, by=by)


def delete(kind: Kind, key: UUID, *, by: Member) -> None:
    """Gone twice is gone once."""
    Entry.objects.of(by).of_kind(kind.name).filter(pk=key).delete()

"""Keeping people apart, and letting them meet again. Nobody is told, and nothing here says who is a member."""

from __future__ import annotations

from django.db import IntegrityError, transaction

from allies.accounts import avoided
from allies.accounts.models import Apart, Avoided, AvoidedKind, Member
from allies.accounts.models.name import looks_the_same

MOST = 50  # whom one member may name: enough for a family and its circle, too few to try a list of addresses


class Oneself(Exception):  # noqa: N818 - an answer to the member, not a fault
    """A member named her own name or address."""


class TooMany(Exception):  # noqa: N818 - as above
    """More people than one member may name."""


def kind_of(text: str) -> AvoidedKind:
    """No name on this site holds an @."""
    return AvoidedKind.ADDRESS if "@" in text else AvoidedKind.NAME


def avoid(text: str, label: str, *, by: Member) -> Avoided:
    """Keep `by` apart from whoever has this address or name now, and from whoever takes it later.

    It goes the same way whether or not there is somebody. Named twice, the first one stays, with the new label.
    Raises Oneself or TooMany.
    """
    kind = kind_of(text)
    if _is_own(kind, text, by):
        raise Oneself
    with transaction.atomic():
        digests = avoided.possible(kind, text)
        known: Avoided | None = Avoided.objects.of(by).filter(digest__in=digests).first()
        if known is None and Avoided.objects.of(by).count() >= MOST:
            raise TooMany
        row = known or Avoided(member=by, kind=kind, digest=digests[0])
        row.label = label
        try:
            with transaction.atomic():
                row.save()
        except IntegrityError:  # the same button, pressed twice
            row = Avoided.objects.of(by).get(digest=digests[0])
        _find(row, text)
        transaction.on_commit(lambda: _find(row, text), robust=True)  # see Member.keep_apart
    return row


def meet_again(row: Avoided) -> None:
    """What came of this naming goes with it; what came of another, or of staff, stays."""
    row.delete()


@transaction.atomic
def set_apart(one: Member, other: Member, *, by: Member) -> None:
    """As staff: until staff end it."""
    Apart.keep([(one.pk, other.pk)], set_by=by)


@transaction.atomic
def end_apart(row: Apart) -> None:
    """Both directions of what staff set."""
    for one, other in ((row.member_id, row.other_id), (row.other_id, row.member_id)):
        Apart.objects.set_by_staff().filter(member=one, other=other).delete()


def _find(row: Avoided, text: str) -> None:
    """The pairs with everybody whom `text` means now."""
    by_address, everybody = row.kind == AvoidedKind.ADDRESS, Member.objects.exclude(pk=row.member_id)
    found = everybody.at_address(text) if by_address else everybody.that_looks_like(text)
    Apart.keep([(row.member_id, key) for key in found.values_list("pk", flat=True)], avoided=row)


def _is_own(kind: AvoidedKind, text: str, by: Member) -> bool:
    if kind == AvoidedKind.ADDRESS:
        return bool(by.email) and avoided.address_key(by.email) == avoided.address_key(text)
    return looks_the_same(by.pseudonym, text)

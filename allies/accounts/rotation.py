"""New keys for old ones: the site's key around members' keys, and members' keys around their words."""

from __future__ import annotations

from collections.abc import Iterator

from django.apps import apps
from django.db import models, transaction

from allies.accounts.keys import DATA_KEYS, keys_for
from allies.accounts.models import DataKey, Member
from allies.lib.sealed import Sealed, SealedText


def rewrap() -> int:
    """Seal every member's keys under the site's newest key. Returns how many were not. No words are touched.

    Raises UnreadableError for a key that no known one opens; what was done before it stays done.
    """
    done = 0
    for pk in DataKey.objects.exclude(master=keys_for(DATA_KEYS)[0].name).values_list("pk", flat=True).iterator():
        with transaction.atomic():
            for key in DataKey.objects.select_for_update().filter(pk=pk):
                key.wrap(key.opened())
                key.save(update_fields=["master", "wrapped"])
                done += 1
    return done


def renew(member: Member) -> int:
    """A new key for this member, and her words under it. Returns how many words were sealed anew.

    Somebody who began to write before may still use the old key. So keys stay until a later call finds nothing under
    them, and only then are they destroyed.
    """
    with transaction.atomic():
        Member.objects.select_for_update().get(pk=member.pk)
        numbers = sorted(DataKey.objects.filter(member=member).values_list("number", flat=True))
        if not numbers:
            return 0
        DataKey.objects.filter(member=member, number__in=set(numbers) - used(member)).exclude(
            number=numbers[-1]
        ).delete()
        DataKey.made(member.pk, numbers[-1] + 1).save(force_insert=True)
        return sum(_reseal(row, field) for field, rows in _words_of(Member.objects.get(pk=member.pk)) for row in rows)


def used(member: Member) -> set[int]:
    """The numbers of the keys under which some of this member's words are."""
    return {
        sealed.number
        for field, rows in _words_of(member)
        for sealed in rows.values_list(field.name, flat=True)
        if sealed is not None
    }


def sealed_fields() -> Iterator[SealedText]:
    """All of them, in every room."""
    for model in apps.get_models():
        yield from (field for field in model._meta.fields if isinstance(field, SealedText))


def _words_of(member: Member) -> Iterator[tuple[SealedText, models.QuerySet[models.Model]]]:
    for field in sealed_fields():
        if field.model._meta.get_field(field.owner).related_model is not Member:
            continue  # under a key of its own, which is among her words
        yield field, field.model._base_manager.filter(**{field.owner: member}).select_for_update()


def _reseal(row: models.Model, field: SealedText) -> int:
    if isinstance(row.__dict__[field.attname], Sealed):
        setattr(row, field.attname, getattr(row, field.attname))
        row.save(update_fields=[field.name])
        return 1
    return 0

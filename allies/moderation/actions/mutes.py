from __future__ import annotations

from django.db import transaction

from allies.accounts.models import Member, Role
from allies.moderation.models import Mute


@transaction.atomic
def mute(other: Member, *, by: Member) -> None:
    """Fold away what `other` writes, for `by` alone. Not written down anywhere else: it is nobody's business.

    The team speaks for the site and stays to be seen.
    """
    if other.pk == by.pk or other.role != Role.MEMBER:
        raise PermissionError("members mute other members")
    Mute.objects.get_or_create(member=by, muted=other)


@transaction.atomic
def unmute(other: Member, *, by: Member) -> None:
    Mute.objects.of(by).filter(muted=other).delete()

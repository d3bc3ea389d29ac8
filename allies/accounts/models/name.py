from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Any, Self

from django.conf import settings
from django.db import IntegrityError, models

from allies.accounts.lookalike import skeleton

if TYPE_CHECKING:
    from allies.accounts.models.member import Member


def digest(pseudonym: str) -> str:
    """Members change a name because it told too much, so what is kept of it cannot be read off a stolen copy."""
    return sha256(f"pseudonym:{skeleton(pseudonym)}".encode()).hexdigest()


def looks_the_same(one: str, other: str) -> bool:
    return skeleton(one) == skeleton(other)


class NameClaimQuerySet(models.QuerySet["NameClaim"]):
    def of(self, members: Any) -> Self:
        """Every name that these members have or had."""
        return self.filter(member__in=members)


class NameClaim(models.Model):
    """A name that is or was somebody's, with all that looks like it. Outlives the member: no name comes back."""

    member = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="name_claims"
    )
    digest = models.CharField(max_length=64, unique=True)

    objects = NameClaimQuerySet.as_manager()

    def __str__(self) -> str:
        return self.digest[:8]

    @classmethod
    def is_open_to(cls, pseudonym: str, member: Member | None = None) -> bool:
        taken = cls.objects.filter(digest=digest(pseudonym))
        return not (taken if member is None else taken.exclude(member=member)).exists()

    @classmethod
    def claim(cls, pseudonym: str, member: Member) -> None:
        """Raises IntegrityError when it is somebody else's."""
        row, _new = cls.objects.get_or_create(digest=digest(pseudonym), defaults={"member": member})
        if row.member_id != member.pk:
            raise IntegrityError("that name is somebody else's")

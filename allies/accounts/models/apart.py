"""People who must never meet here: whom a member named, and the pairs that come of it."""

from __future__ import annotations

from typing import Any, Self
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from allies.accounts import above, avoided
from allies.accounts.models.role import Role
from allies.accounts.owned import Owned, OwnedQuerySet
from allies.lib.sealed import SealedText


class AvoidedKind(models.TextChoices):
    ADDRESS: Any = "address", _("an e-mail address")
    NAME: Any = "name", _("a name on this site")


class AvoidedQuerySet(OwnedQuerySet):
    def naming(self, member: Any) -> Self:
        """Others' rows that mean `member`: by the address or the name that she has now."""
        possible = avoided.possible(AvoidedKind.NAME, member.pseudonym)
        if member.email:
            possible += avoided.possible(AvoidedKind.ADDRESS, member.email)
        return self.filter(digest__in=possible).exclude(member=member.pk)


class Avoided(Owned):
    """Somebody whom `member` must not meet here. It tells nobody whom it means: a keyed digest, and her own words."""

    told_as = _("People you must never meet here")
    not_told = frozenset({"digest"})

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    kind = models.CharField(max_length=10, choices=AvoidedKind)
    digest = models.CharField(max_length=80, db_index=True)
    label: Any = SealedText(help_text="What the member calls them.")
    at = models.DateTimeField(auto_now_add=True)

    objects = AvoidedQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["member", "digest"], name="avoided_once")]

    def __str__(self) -> str:
        return f"avoided {self.pk}"


class ApartQuerySet(models.QuerySet["Apart"]):
    def of(self, member: Any) -> Self:
        """Whom `member` must not meet, whoever said so: the pair stands in both directions."""
        return self.filter(member=member)

    def unseen_by(self, reader: Any) -> Self:
        """Those whose words the reader is not shown. Who has a role speaks for the site, and stays to be seen."""
        return self.of(reader).filter(other__role=Role.MEMBER)

    def set_by_staff(self) -> Self:
        return self.filter(avoided=None)


class Apart(models.Model):
    """`member` is kept from `other`. Always one of two rows, one for each direction, with one cause.

    It stays when names and addresses change, until the cause goes. It is nobody's record: an export that listed it
    would tell the other one.
    """

    member = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    other = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    avoided = models.ForeignKey(
        Avoided, null=True, on_delete=models.CASCADE, related_name="+", help_text="Whose naming it is; staff have none."
    )
    set_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+", help_text="Who of the staff."
    )
    at = models.DateTimeField(auto_now_add=True)

    objects = ApartQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["member", "other", "avoided"], name="apart_once_a_cause"),
            models.UniqueConstraint(
                fields=["member", "other"], condition=models.Q(avoided=None), name="apart_once_by_staff"
            ),
            models.CheckConstraint(condition=~models.Q(member=models.F("other")), name="apart_from_another"),
        ]

    def __str__(self) -> str:
        return f"apart {self.pk}"

    @classmethod
    def keep(cls, pairs: list[tuple[int, int]], *, avoided: Avoided | None = None, set_by: Any = None) -> None:
        """Both directions of each pair of members' keys. What stands already stays."""
        both = [pair for one, other in pairs for pair in ((one, other), (other, one))]
        rows = [cls(member_id=one, other_id=other, avoided=avoided, set_by=set_by) for one, other in both]
        cls.objects.bulk_create(rows, ignore_conflicts=True)
        for each in above.kept_apart if both else ():
            each(set(both))

    @classmethod
    def meet(cls, member: Any) -> None:
        """Keep `member` from everybody who named the address or the name that she has now."""
        for row in Avoided.objects.naming(member).only("pk", "member_id"):
            cls.keep([(row.member_id, member.pk)], avoided=row)

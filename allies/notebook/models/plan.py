"""A plan that two members share: a row with a key of its own, which each of the two keeps under hers."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, ClassVar, Self
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from allies.accounts.models import Apart
from allies.accounts.owned import Owned, OwnedQuerySet
from allies.lib.sealed import SealedText, UnreadableError
from allies.notebook.models.entry import Noted

WAITS = timedelta(days=14)  # an invitation, answered or not


class Plan(models.Model):
    """Its key stands in no row of its own: only sealed, in each `PlanMember`. With the last of them it is gone."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    made_at = models.DateTimeField(auto_now_add=True)
    known: str = ""  # its key, once one of the two has opened it

    def __str__(self) -> str:
        return f"plan {self.pk}"

    def __getstate__(self) -> dict[str, Any]:
        return {name: value for name, value in super().__getstate__().items() if name != "known"}

    def sealing_key(self) -> tuple[int, bytes]:
        return 1, self.opening_key(1)

    def opening_key(self, number: int) -> bytes:
        """Raises UnreadableError when nobody who is in the plan asks."""
        if not self.known or number != 1:
            raise UnreadableError("Only who is in a plan opens it.")
        return bytes.fromhex(self.known)


class PlanMemberQuerySet(OwnedQuerySet):
    def seen_by(self, member: Any) -> Self:
        """Hers, but for a plan with somebody whom she named, or staff set apart, since: that one is as good as left."""
        causes = models.Q(avoided=None) | models.Q(avoided__member=member)
        apart = Apart.objects.of(member).filter(causes).values("other")
        return self.of(member).exclude(plan__in=PlanMember.objects.filter(member__in=apart).values("plan"))

    def to_part(self) -> Self:
        """Who is to leave a plan because of that."""
        apart = Apart.objects.filter(
            models.Q(avoided=None) | models.Q(avoided__member=models.OuterRef("member")),
            member=models.OuterRef("member"),
            other=models.OuterRef("with_them"),
        )
        return self.annotate(with_them=models.F("plan__members__member")).filter(models.Exists(apart))


class PlanMember(Owned):
    """That a member is in a plan, with its key. `other_name`: who joined, by the name of that day; whether they are
    still there is told to nobody."""

    told_as = _("Plans you share")
    not_told: ClassVar[frozenset[str]] = frozenset({"key"})

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="members")
    key: Any = SealedText()
    other_name: Any = SealedText(null=True)
    joined_at = models.DateTimeField(auto_now_add=True)

    objects = PlanMemberQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["plan", "member"], name="once_in_a_plan")]

    def __str__(self) -> str:
        return f"in plan {self.plan_id}"

    def opened_plan(self) -> Plan:
        plan: Plan = self.plan
        plan.known = self.key
        return plan


class PlanInvitationQuerySet(OwnedQuerySet):
    def waiting(self, now: datetime) -> Self:
        return self.filter(made_at__gt=now - WAITS)

    def to(self, member: Any, now: datetime) -> Self:
        """What `member` may read and answer. Nothing from whom she is kept apart, since when ever."""
        return self.waiting(now).filter(other=member).exclude(member__in=Apart.objects.of(member).values("other"))


class PlanInvitation(Owned):
    """`member` invites. There is a row whether or not somebody can be invited by that name: nothing tells her which."""

    told_as = _("Whom you asked to share a plan")
    not_told: ClassVar[frozenset[str]] = frozenset({"other"})

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="invitations")
    name: Any = SealedText(help_text="As she typed it.")
    other = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+", help_text="Who may answer."
    )
    made_at = models.DateTimeField(auto_now_add=True)

    objects = PlanInvitationQuerySet.as_manager()

    def __str__(self) -> str:
        return f"invitation {self.pk}"


class PlanEntryQuerySet(models.QuerySet["PlanEntry"]):
    def of(self, member: Any) -> Self:
        return self.filter(plan__in=PlanMember.objects.seen_by(member).values("plan"))


class PlanEntry(Noted):
    """What both read and change. Nothing says who wrote it, or when it was changed last, to either of them."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="entries")
    words: Any = SealedText(owner="plan")

    objects = PlanEntryQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["plan", "kind", "-made_at", "-id"], name="notebook_plan_list")]


class PlanNote(Owned):
    """What one of the two notes beside an entry, for herself alone: under her own key."""

    told_as = _("What only you see in a shared plan")

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    entry = models.ForeignKey(PlanEntry, on_delete=models.CASCADE, related_name="notes")
    words: Any = SealedText()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["member", "entry"], name="one_note_of_ones_own")]

    def __str__(self) -> str:
        return f"note {self.pk}"

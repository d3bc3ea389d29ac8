"""Asking another member to share a plan, and answering. What is shown to who asks tells nothing of who was asked."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.db import transaction

from allies.accounts.models import Apart, Member
from allies.accounts.models.name import looks_the_same
from allies.inbox.actions import mark_read, tell, withdraw
from allies.inbox.models import Kind as Notice
from allies.notebook.keeping import GoneError
from allies.notebook.models import Plan, PlanInvitation, PlanMember
from allies.notebook.models.plan import WAITS

ABOUT = "plans"  # whoever looks at her plans has read the notice
WAITING = 5  # invitations of one member at once


class OneselfError(Exception):
    """She named herself."""


class TooManyError(Exception):
    """As many invitations wait as one member may have."""


@transaction.atomic
def invite(name: str, key: UUID, *, by: Member, now: datetime) -> UUID:
    """A plan of `by`'s, and whoever goes by `name` is asked to share it, if they can be: it goes the same way if not.

    `key`: the plan's, which the form has already: sent twice, it is one plan. Returns the plan's key.
    Raises OneselfError or TooManyError.
    """
    if PlanMember.objects.of(by).filter(plan=key).exists():
        return key
    if looks_the_same(by.pseudonym, name):
        raise OneselfError
    if PlanInvitation.objects.of(by).waiting(now).count() >= WAITING:
        raise TooManyError
    plan = Plan(pk=key)
    plan.save(force_insert=True)
    PlanMember.objects.create(plan=plan, member=by, key=AESGCM.generate_key(bit_length=256).hex())
    invitation = PlanInvitation.objects.create(plan=plan, member=by, name=name, other=_whom(name, by))
    if invitation.other_id:
        tell(invitation.other_id, Notice.PLAN, "/notes/together/", key=_event(invitation.pk), about=ABOUT)
    return key


def _whom(name: str, by: Member) -> Member | None:
    found: Member | None = Member.objects.named(name).filter(is_active=True).first()
    if found is None or Apart.objects.of(by).filter(other=found).exists():
        return None
    return found


def _event(key: UUID) -> str:
    return f"plan:{key}"


def invitations_to(member: Member, now: datetime) -> list[PlanInvitation]:
    return list(PlanInvitation.objects.to(member, now).select_related("member").order_by("-made_at", "pk"))


def invitation_to(member: Member, key: UUID, now: datetime) -> PlanInvitation | None:
    found: PlanInvitation | None = (
        PlanInvitation.objects.to(member, now).select_related("member").filter(pk=key).first()
    )
    return found


@transaction.atomic
def accept(key: UUID, *, by: Member, now: datetime) -> UUID:
    """`by` is in the plan, with its key under hers. Raises GoneError."""
    invitation = PlanInvitation.objects.to(by, now).select_for_update().filter(pk=key).first()
    if invitation is None:
        raise GoneError
    plan = Plan.objects.select_for_update().get(pk=invitation.plan_id)
    asked_by = PlanMember.objects.of(invitation.member_id).filter(plan=plan).select_related("member").first()
    if asked_by is None:
        raise GoneError
    PlanMember.objects.create(plan=plan, member=by, key=asked_by.key, other_name=asked_by.member.pseudonym)
    asked_by.other_name = by.pseudonym
    asked_by.save(update_fields=["other_name"])
    invitation.delete()
    mark_read(by, ABOUT)
    return plan.pk


@transaction.atomic
def decline(key: UUID, *, by: Member, now: datetime) -> None:
    """Without a word: it waits on, for who asked, and ends as one that nobody read."""
    if PlanInvitation.objects.to(by, now).filter(pk=key).update(other=None):
        withdraw([_event(key)])


def forget_unanswered(now: datetime) -> None:
    ended = PlanInvitation.objects.filter(made_at__lte=now - WAITS)
    withdraw([_event(key) for key in ended.values_list("pk", flat=True)])
    ended.delete()

"""A member erases what is hers, now: her notes, or everything. What is gone is gone from the database's files too."""

from __future__ import annotations

import json
from collections.abc import Iterator

from django.contrib.sessions.models import Session
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext

from allies.accounts import above
from allies.accounts.actions import end_all_sessions
from allies.accounts.models import DataKey, Member, Role
from allies.accounts.owned import Owned, owned_models
from allies.accounts.rotation import renew
from allies.lib.disk import empty_log

NOTES = {"notebook"}  # the rooms whose records are a member's notes to herself
_LEFT = {"unsent_form": "owner", "closed_account": "member"}  # what a visitor's session may keep of a member


class NotYetError(Exception):
    """`reasons`: what has to be handed over first, in words for the member."""

    def __init__(self, reasons: list[str]) -> None:
        super().__init__("something has to be handed over first")
        self.reasons = reasons


def note_models() -> list[type[Owned]]:
    return [model for model in owned_models() if model._meta.app_label in NOTES]


def why_not_yet(member: Member) -> list[str]:
    """Why `member` cannot leave yet. Nothing keeps anybody who has no part in running the site."""
    return list(_in_the_way(member))


@transaction.atomic
def erase_notes(member: Member) -> None:
    """Her notes go. What stays of hers is sealed anew, and every key that opened the notes is destroyed."""
    Member.objects.select_for_update().get(pk=member.pk)
    for model in note_models():
        model.objects.of(member).delete()
    renew(member)
    newest = DataKey.objects.filter(member=member).order_by("-number").values("number")[:1]
    DataKey.objects.filter(member=member).exclude(number__in=list(newest.values_list("number", flat=True))).delete()
    member.__dict__.pop("_keys", None)
    above.write_down("notes-erased")
    transaction.on_commit(empty_log)


@transaction.atomic
def erase_everything(member: Member) -> None:
    """She was never here, but for her name, which nobody else can take, and the places of her comments.

    Raises NotYetError. The rows are held first: of two last operators who leave at once, one stays.
    """
    held = Member.objects.select_for_update().filter(Q(pk=member.pk) | Q(role=Role.OPERATOR)).order_by("pk")
    row = next(each for each in held if each.pk == member.pk)
    if reasons := why_not_yet(row):
        raise NotYetError(reasons)
    for leave in above.leaving:
        leave(row)
    end_all_sessions(row)
    _forget_in_sessions(row.pk)
    row.delete()  # takes all that is hers with it, and her keys
    member.__dict__.pop("_keys", None)
    above.write_down("account-erased")
    transaction.on_commit(empty_log)


def _in_the_way(member: Member) -> Iterator[str]:
    others = Member.objects.filter(role=Role.OPERATOR, is_active=True).exclude(pk=member.pk)
    if member.role == Role.OPERATOR and not others.exists():
        yield gettext("You are the only operator. Give somebody else that role first.")
    for reasons in above.in_the_way:
        yield from reasons(member)


def _forget_in_sessions(key: int) -> None:
    """Words that wait in a visitor's session for this member to sign in again, and that she came to a closed door."""
    for name, owner in _LEFT.items():
        for row in Session.objects.filter(session_data__contains=f'"{name}":{{"{owner}":{key},'):
            kept = {each: value for each, value in json.loads(row.session_data).items() if each != name}
            row.session_data = json.dumps(kept, separators=(",", ":"))
            row.save(update_fields=["session_data"])

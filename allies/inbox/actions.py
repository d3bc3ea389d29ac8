"""Telling members what happened: a notice in the inbox, and a letter to whoever wants one. One transaction each."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import uuid4

from django.db import transaction
from django.utils.timezone import now

from allies.accounts.models import Member
from allies.inbox.hours import MONDAY
from allies.inbox.models import Channel, ContactProfile, Kind, Letter, Notice, Occasion, Rhythm, Stopped

KEPT = timedelta(days=180)  # read notices, and letters that are done with
SOME = 500  # rows in one statement


@transaction.atomic
def tell(member: Member | int, kind: Kind, address: str, *, key: str, about: str = "") -> None:
    """`member` hears of the event `key`, once however often it is told. Call it in the transaction of the event.

    `address`: where it is to be seen, within the site. `about`: what a member looks at who then has read the notice.
    """
    tell_each([member if isinstance(member, int) else member.pk], kind, address, key=key, about=about)


@transaction.atomic
def tell_each(members: Iterable[int], kind: Kind, address: str, *, key: str, about: str = "") -> None:
    """The same for many, by their keys, with three statements for each few hundred."""
    keys, at = sorted(set(members)), now()
    for start in range(0, len(keys), SOME):
        some = keys[start : start + SOME]
        told = {"kind": kind, "address": address, "key": key, "about": about, "made_at": at}
        Notice.objects.bulk_create([Notice(member_id=member, **told) for member in some], ignore_conflicts=True)
        profiles = ContactProfile.objects.reached().filter(member__in=some)
        letters = [_letter(profile, key, at) for profile in profiles]
        Letter.objects.bulk_create(letters, ignore_conflicts=True)


def _letter(profile: ContactProfile, key: str, at: datetime) -> Letter:
    """One for the event; or one for the day, the week or the closed hours, whatever else happens in them."""
    hours, of = profile.hours, profile.member_id
    if profile.rhythm == Rhythm.IMMEDIATE and hours.is_open(at):
        return Letter(member_id=of, key=key, occasion=Occasion.EVENT, due_at=at)
    due = hours.next_opening(at, MONDAY if profile.rhythm == Rhythm.WEEKLY else None)
    return Letter(member_id=of, key=f"until:{due:%Y-%m-%dT%H:%M}", occasion=Occasion.DIGEST, due_at=due)


def withdraw(keys: Iterable[str]) -> None:
    """What these events told of is gone: nobody is led there, or written to about it, any more."""
    Notice.objects.filter(key__in=list(keys)).unread().delete()


def withdraw_these(notices: Iterable[int]) -> None:
    """What these told of is there still, and not for their readers."""
    Notice.objects.filter(pk__in=list(notices)).unread().delete()


def withdraw_about(about: str) -> None:
    """The thing itself is gone."""
    Notice.objects.filter(about=about).unread().delete()


def lead_to(key: str, address: str) -> None:
    """What the event told of stands elsewhere now."""
    Notice.objects.filter(key=key).update(address=address)


def open_notice(notice: Notice) -> None:
    Notice.objects.filter(pk=notice.pk).unread().update(read_at=now())


def mark_read(member: Member, about: str, keys: Iterable[str] | None = None) -> int:
    """She has seen the thing itself, or these events of it. Returns how many notices were about that."""
    rows = Notice.objects.of(member).unread().filter(about=about)
    return int((rows if keys is None else rows.filter(key__in=list(keys))).update(read_at=now()))


def mark_all_read(member: Member, up_to: int) -> int:
    """Those she saw in the list: what came since stays unread. `up_to`: the newest notice's key there."""
    return int(Notice.objects.of(member).unread().filter(pk__lte=up_to).update(read_at=now()))


@transaction.atomic
def keep_profile(profile: ContactProfile) -> None:
    """As its member has set it. Mail that was stopped begins again with it; letters wait by the new wishes."""
    profile.stopped_at, profile.stopped_for = None, ""
    profile.save()
    waiting = Letter.objects.of(profile.member).waiting()
    if profile.channel == Channel.NEVER:
        waiting.update(let_go_at=now())
        return
    for letter in waiting.exclude(occasion=Occasion.TEST):
        letter.due_at = profile.hours.allowed(max(letter.due_at, now()))
        letter.save(update_fields=["due_at"])


def ask_test(member: Member) -> None:
    """A letter as the next real one will be, at once, whatever the hour."""
    key = f"test:{uuid4().hex}"
    Letter.objects.create(member=member, key=key, occasion=Occasion.TEST, due_at=now())


@transaction.atomic
def stop_mail(profile: ContactProfile, why: Stopped) -> bool:
    """No more letters until the member sets it anew; the inbox says so. False when they had stopped already."""
    at = now()
    going = ContactProfile.objects.filter(pk=profile.pk, channel=Channel.EMAIL, stopped_at=None)
    if not going.update(stopped_at=at, stopped_for=why):
        return False
    Letter.objects.of(profile.member_id).waiting().update(let_go_at=at, leased_until=None)
    tell(profile.member_id, Kind.MAIL_STOPPED, "/me/contact/", key=f"stopped:{at.isoformat()}", about="contact")
    return True


@transaction.atomic
def stop_mail_to(address: str) -> int:
    """Mail to `address` came back. Returns for how many members it was stopped."""
    profiles = ContactProfile.objects.filter(member__email__iexact=address.strip())
    return sum(stop_mail(profile, Stopped.RETURNED) for profile in profiles)


def forget_old(at: datetime) -> None:
    """Notices that were read, and letters that were sent or not needed, half a year ago."""
    Notice.objects.filter(read_at__lt=at - KEPT).delete()
    Letter.objects.filter(sent_at__lt=at - KEPT).delete()
    Letter.objects.filter(let_go_at__lt=at - KEPT).delete()

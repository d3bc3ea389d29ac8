"""All that the site keeps for one member, in plain values: for a file of hers, and for a page that she can read."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from allauth.mfa.models import Authenticator
from django.db import models
from django.utils.translation import gettext_lazy as _

from allies.accounts import above
from allies.accounts.device import describe
from allies.accounts.models import Consent, Member
from allies.accounts.owned import Owned, owned_models
from allies.accounts.queries import codes_left, sessions_of, unseen_by
from allies.lib.sealed import Sealed, UnreadableError

FORMAT, VERSION = "allies export", 1
MOST_AT_ONCE = 500  # rows in memory


@dataclass(frozen=True, slots=True)
class Part:
    """One kind of record. `key` never changes; `title` is for people; `model` is None where no single one is told."""

    key: str
    title: Any
    rows: Iterator[dict[str, Any]]
    model: type[models.Model] | None = None


def parts_of(member: Member) -> Iterator[Part]:
    """Everything, in a steady order. Rows are read when they are asked for."""
    yield Part("agreements", _("What you agreed to"), iter(_agreements(member)))
    yield Part("sign_in", _("How you sign in"), iter(_sign_in(member)))
    yield Part("sessions", _("Where you are signed in"), iter(_sessions(member)))
    for model in owned_models():
        title = model.told_as or model._meta.verbose_name_plural
        yield Part(model._meta.label, title, _records(model, member), model)
    for each in above.also:
        yield Part(each.key, each.title, map(_plainly, each.rows(member)))


def as_json(member: Member, *, at: datetime) -> Iterator[str]:
    """One JSON object in pieces. It ends with `"complete": true`: a file that lacks this was cut off on its way."""
    head = {"format": FORMAT, "version": VERSION, "made_at": plain(at), "member": account(member)}
    yield json.dumps(head, ensure_ascii=False, indent=1)[:-2] + ',\n "records": {'
    for number, part in enumerate(parts_of(member)):
        yield f"{',' if number else ''}\n  {json.dumps(part.key)}: ["
        for place, row in enumerate(part.rows):
            yield f"{',' if place else ''}\n   {json.dumps(row, ensure_ascii=False)}"
        yield "]"
    yield '\n },\n "complete": true\n}\n'


def _plainly(row: dict[str, Any]) -> dict[str, Any]:
    return {name: plain(value) for name, value in row.items()}


def account(member: Member) -> dict[str, Any]:
    """The membership itself. From the database: a request's own member lacks what pages do not need."""
    row = Member.objects.get(pk=member.pk)
    names = ("pseudonym", "email", "role", "title", "joined_at", "last_login")
    return {name: plain(getattr(row, name)) for name in names} | {"recovery_codes_left": codes_left(row)}


def _agreements(member: Member) -> Iterator[dict[str, Any]]:
    for row in Consent.objects.filter(member=member).order_by("pk"):
        yield {"document": row.document, "version": row.version, "at": plain(row.at)}


def _sign_in(member: Member) -> Iterator[dict[str, Any]]:
    """Which second steps there are; never a secret."""
    for row in Authenticator.objects.filter(user_id=member.pk).order_by("pk"):
        name = row.wrap().name if row.type == Authenticator.Type.WEBAUTHN else ""
        yield {"kind": row.type, "name": name, "at": plain(row.created_at), "last_used_at": plain(row.last_used_at)}


def _sessions(member: Member) -> Iterator[dict[str, Any]]:
    for row in sessions_of(member):
        yield {"device": str(describe(row.user_agent)), "at": plain(row.created_at), "seen": plain(row.last_seen_at)}


def _records(model: type[Owned], member: Member) -> Iterator[dict[str, Any]]:
    unseen = unseen_by(member)
    others = [field for field in _fields(model) if _is_member(field)]
    for row in model.told_to(member).order_by(*_by_time(model)).iterator(chunk_size=MOST_AT_ONCE):
        if any(getattr(row, field.attname) in unseen for field in others):
            continue  # it would tell of somebody who is not here for her
        row.member = member  # her keys are read once for all
        yield told(row, member)


def told(row: Owned, member: Member) -> dict[str, Any]:
    """One record: its fields by name. What no key opens any more is null, and its name stands in `unreadable`."""
    found: dict[str, Any] = {}
    for field in _fields(type(row)):
        try:
            found[field.name] = _value(row, field, member)
        except UnreadableError:
            found[field.name] = None
            found.setdefault("unreadable", []).append(field.name)
    for field in row._meta.many_to_many:
        found[field.name] = [plain(key) for key in getattr(row, field.name).values_list("pk", flat=True)]
    try:
        return found | _plainly(row.also_told())
    except UnreadableError:
        return found | {"unreadable": [*found.get("unreadable", []), "words"]}


def _value(row: Owned, field: Any, member: Member) -> Any:
    if _is_member(field):
        return _who(getattr(row, field.name), member)
    return plain(getattr(row, field.attname))


def _who(other: Member | None, member: Member) -> str | None:
    """The team speaks for the site: none of them is named."""
    if other is None:
        return None
    if other.pk == member.pk:
        return "me"
    return "the team" if other.has_desk else other.pseudonym


def _fields(model: type[Owned]) -> list[Any]:
    return [field for field in model._meta.fields if field.name != "member" and field.name not in model.not_told]


def _is_member(field: Any) -> bool:
    return bool(field.is_relation and field.related_model is Member)


def _by_time(model: type[Owned]) -> list[str]:
    moments = [field.name for field in model._meta.fields if isinstance(field, models.DateField) and not field.null]
    return [*moments[:1], "pk"]


def plain(value: Any) -> Any:
    """What JSON can say. Moments in UTC; times of day, days and lengths of time as ISO 8601 and seconds."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat().replace("+00:00", "Z")
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, timedelta):
        return value.total_seconds()
    if isinstance(value, bytes | memoryview):
        return b64encode(bytes(value)).decode()
    if isinstance(value, Sealed):
        raise TypeError("sealed words are opened before they are told")
    if isinstance(value, dict):
        return {str(key): plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(each) for each in value]
    if value is None or isinstance(value, bool | int | float):
        return value
    return str(value)

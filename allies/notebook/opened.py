"""What an entry looked like when its form was opened: a signed mark in the form, from which changes are told.

It holds no words: a keyed digest of each value. So a form that was open for days, or comes without a script, can be
merged, and the row need not keep its earlier versions.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID

from django.core import signing
from django.utils.crypto import salted_hmac
from django.utils.timezone import now

from allies.accounts.models import Member
from allies.notebook.merging import Value

_SALT = "notebook.opened"
_LENGTH = 12


class Shown(Protocol):
    """An entry, or what a form shows of more than one."""

    @property
    def given(self) -> Mapping[str, Value]: ...

    @property
    def version(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Opened:
    """`version` 0: a form that was still empty. `at`: when it was opened."""

    at: datetime
    version: int
    marks: Mapping[str, str]

    def is_base(self, name: str, value: Value) -> bool:
        return _mark(name, value) == self.marks.get(name, "")


def opened_mark(key: UUID, member: Member, entry: Shown | None, at: datetime | None = None) -> str:
    marks = {name: _mark(name, value) for name, value in entry.given.items()} if entry else {}
    whole = [str(key), member.pk, entry.version if entry else 0, (at or now()).isoformat(), marks]
    return signing.dumps(whole, salt=_SALT)


def opened_from(text: str, key: UUID, member: Member) -> Opened | None:
    """None: this form was not made for this entry and member."""
    try:
        of, whose, version, at, marks = signing.loads(text, salt=_SALT)
    except (signing.BadSignature, ValueError):
        return None
    return Opened(datetime.fromisoformat(at), version, marks) if (of, whose) == (str(key), member.pk) else None


def _mark(name: str, value: Value) -> str:
    return salted_hmac(f"{_SALT}.{name}", json.dumps(value)).hexdigest()[:_LENGTH] if value else ""

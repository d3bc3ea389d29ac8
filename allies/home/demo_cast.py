"""The people of the demo: all of them invented, all with one passphrase that is printed at every start."""

from __future__ import annotations

from pathlib import Path

from django.db import transaction

from allies.accounts.actions import give_second_factor
from allies.accounts.models import Consent, Member, Role
from allies.accounts.terms import TERMS
from allies.lib.source import SourceError, read_yaml

PASSPHRASE = "a lamp in the kitchen window"  # noqa: S105 - printed at every start of the demo


@transaction.atomic
def load_cast(path: Path) -> int:
    rows = read_yaml(path)
    if not isinstance(rows, list):
        raise SourceError(path, 1, "is a list of people")
    made = 0
    for row in rows:
        if not isinstance(row, dict) or row.get("role") not in Role.values:
            raise SourceError(path, 1, f"has a person without a role that exists: {row}")
        if Member.objects.named(row["pseudonym"]).exists():
            continue
        member = Member.objects.create_member(row["pseudonym"], None, title=row.get("title", ""))
        member.password = _one_hash()
        member.save(update_fields=["password"])
        Consent.objects.bulk_create(Consent(member=member, document=term.key, version=term.version) for term in TERMS)
        if row["role"] != Role.MEMBER:
            member.give_role(Role(row["role"]), by=None)
            give_second_factor(member)
        made += 1
    return made


_hash: list[str] = []


def _one_hash() -> str:
    """The demo's passphrase, hashed once for all thirty people."""
    if not _hash:
        someone = Member()
        someone.set_password(PASSPHRASE)
        _hash.append(someone.password)
    return _hash[0]


def called(name: str, path: Path) -> Member:
    """Who goes by `name` in the file at `path`. Raises SourceError."""
    found = Member.objects.named(name).first()
    if found is None:
        raise SourceError(path, 1, f"nobody is called “{name}”")
    return found

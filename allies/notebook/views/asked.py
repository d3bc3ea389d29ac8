"""What an address of the notebook names, or 404. A stranger's entry is not there."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404

from allies.accounts.models import Member
from allies.notebook.entries import entry_of
from allies.notebook.kinds import AT
from allies.notebook.kinds.kind import Kind
from allies.notebook.models import Entry


def kind_at(slug: str) -> Kind:
    if slug not in AT:
        raise Http404
    return AT[slug]


def entry_at(member: Member, kind: Kind, key: UUID) -> Entry:
    entry = entry_of(member, kind, key)
    if entry is None:
        raise Http404
    return entry

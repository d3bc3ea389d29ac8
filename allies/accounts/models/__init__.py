from __future__ import annotations

from allies.accounts.models.apart import Apart, Avoided, AvoidedKind
from allies.accounts.models.consent import Consent
from allies.accounts.models.data_key import DataKey
from allies.accounts.models.member import Member
from allies.accounts.models.name import NameClaim
from allies.accounts.models.notes_lock import NotesLock
from allies.accounts.models.recovery import RecoveryCode
from allies.accounts.models.role import Role

__all__ = [
    "Apart",
    "Avoided",
    "AvoidedKind",
    "Consent",
    "DataKey",
    "Member",
    "NameClaim",
    "NotesLock",
    "RecoveryCode",
    "Role",
]

from __future__ import annotations

from allies.accounts.models.consent import Consent
from allies.accounts.models.data_key import DataKey
from allies.accounts.models.member import Member, Role
from allies.accounts.models.name import NameClaim
from allies.accounts.models.recovery import RecoveryCode

__all__ = ["Consent", "DataKey", "Member", "NameClaim", "RecoveryCode", "Role"]

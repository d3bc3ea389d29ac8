from __future__ import annotations

from allies.accounts.models import Role

MODERATING = {Role.MODERATOR, Role.EDITOR, Role.OPERATOR}
LEADING = {Role.EDITOR, Role.OPERATOR}

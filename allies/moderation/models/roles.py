from __future__ import annotations

from allies.accounts.models import Role

MODERATING = {Role.MODERATOR, Role.EDITOR, Role.OPERATOR}
LEADING = {Role.EDITOR, Role.OPERATOR}
ANSWERING = {Role.WRITER, Role.SECOND_READER, Role.EDITOR}  # members' private questions

"""Who is who: by name and passphrase at the door, by number at every request."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from allauth.account.auth_backends import AuthenticationBackend
from django.db import DEFAULT_DB_ALIAS
from django.db.models import Exists, OuterRef, Subquery

from allies.accounts.models import Apart, Member, NotesLock
from allies.lib.prepared import Prepared

# In the order of the model's columns; what no page needs of the person reading it stays in the database.
_COLUMNS = ("id", "password", "is_superuser", "pseudonym", "key", "email", "role", "title", "is_active")
_TRUTHS = [_COLUMNS.index("is_superuser"), _COLUMNS.index("is_active")]
_beside: dict[str, Callable[[], Any]] = {
    "has_apart": lambda: Exists(Apart.objects.of(OuterRef("pk"))),
    "lock_after": lambda: Subquery(NotesLock.objects.of(OuterRef("pk")).values("after")),
}


def fetch_beside(name: str, expression: Callable[[], Any]) -> None:
    """For the rooms above, when they start: a number that they keep of each member comes with the member's own row.

    `expression`: makes what to ask for, in terms of a member's `pk`. It is `request.user.<name>` from then on.
    """
    _beside[name] = expression


def _rows(number: int) -> Any:
    beside = {name: expression() for name, expression in _beside.items()}
    return Member.objects.filter(pk=number).annotate(**beside).values_list(*_COLUMNS, *beside)


_row = Prepared(_rows, int)


class Members(AuthenticationBackend):
    def get_user(self, user_id: Any) -> Member | None:
        rows = _row(int(user_id))
        if not rows:
            return None
        values = list(rows[0])
        for place in _TRUTHS:
            values[place] = bool(values[place])  # SQLite keeps 0 and 1
        member = Member.from_db(DEFAULT_DB_ALIAS, _COLUMNS, values[: len(_COLUMNS)])
        vars(member).update(zip(_beside, values[len(_COLUMNS) :], strict=True))
        member.has_apart = bool(member.has_apart)
        return member if member.is_active else None

    def _authenticate_by_username(self, username: str, password: str) -> Member | None:
        return self._check_password(Member.objects.named(username).first(), password)

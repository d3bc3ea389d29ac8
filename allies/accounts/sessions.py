"""Django's sessions in the database, read by a query that is compiled once."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.contrib.sessions.models import Session
from django.utils import timezone

from allies.lib.prepared import Prepared

_row = Prepared(lambda key: Session.objects.filter(session_key=key).values_list("session_data", "expire_date"), str)


class SessionStore(DatabaseStore):
    def load(self) -> dict[str, Any]:
        key = self.session_key or ""
        rows = _row(key) if key.isascii() and key.isalnum() else []  # PostgreSQL takes no NUL; no key has one
        if not rows or _moment(rows[0][1]) <= timezone.now():
            self._session_key = None
            return {}
        return self.decode(rows[0][0])

    def encode(self, session_dict: dict[str, Any]) -> str:
        """Plain JSON. Django signs it too, for stores that a reader could alter; whoever can write this table can as
        well write a role, and checking the signature takes as long as the query."""
        return json.dumps(session_dict, separators=(",", ":"))

    def decode(self, session_data: str) -> dict[str, Any]:
        try:
            found = json.loads(session_data)
        except ValueError:
            return {}
        return found if isinstance(found, dict) else {}

    @classmethod
    def get_model_class(cls) -> type[Session]:
        return Session


def _moment(value: datetime | str) -> datetime:
    """SQLite gives text or a moment, in UTC without saying so."""
    moment = value if isinstance(value, datetime) else datetime.fromisoformat(value)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)

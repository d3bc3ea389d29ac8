from __future__ import annotations

import sqlite3
from typing import Any

from django.conf import settings
from django.core.checks import Error, register

FIRST_SAFE = (3, 51, 3)


@register()
def sqlite_is_safe_with_wal(**kwargs: Any) -> list[Error]:
    """Every SQLite from 3.7.0 to 3.51.2 has the WAL-reset corruption bug."""
    if "sqlite" not in settings.DATABASES["default"]["ENGINE"] or sqlite3.sqlite_version_info >= FIRST_SAFE:
        return []
    return [
        Error(
            f"SQLite {sqlite3.sqlite_version} can corrupt a database in WAL mode.",
            hint="Install the pysqlite3 wheel, which bundles a newer one, or use PostgreSQL (docs/operating.md).",
            id="allies.E001",
        )
    ]

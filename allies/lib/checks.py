from __future__ import annotations

import sqlite3
from typing import Any

from django.conf import settings
from django.core.checks import Error, register
from django.core.checks import Warning as Doubt

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


@register("letters", deploy=True)
def letters_do_not_name_the_site(**kwargs: Any) -> list[Doubt]:
    """Whoever looks over a moderator's shoulder sees who a letter comes from. `allies prepare` says so too."""
    if not settings.SECURE or not settings.EMAIL_HOST or settings.EMAIL_FROM:
        return []
    return [
        Doubt(
            f"Letters come from the site's own host: {settings.DEFAULT_FROM_EMAIL}.",
            hint="Set ALLIES_EMAIL_FROM to an address that does not tell what the site is about (docs/operating.md).",
            id="allies.W002",
        )
    ]

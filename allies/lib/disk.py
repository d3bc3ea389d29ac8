"""What a database leaves on the disk after a change."""

from __future__ import annotations

from django.db import connection


def empty_log() -> None:
    """SQLite writes changed pages to a log first, in which the old ones stay until it is emptied."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")

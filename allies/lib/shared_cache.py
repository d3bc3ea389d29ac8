"""The cache that all processes share, kept in a way that tells nothing: it counts tries by reader's address."""

from __future__ import annotations

import hmac
from datetime import datetime

from django.conf import settings
from django.core.cache import caches
from django.core.cache.backends.db import DatabaseCache
from django.db import connection


def unreadable_key(key: str, prefix: str, version: int) -> str:
    """A cache key as it is stored: whoever reads the table, or a backup of it, learns no address from it."""
    plain = f"{prefix}:{version}:{key}"
    return hmac.new(settings.SECRET_KEY.encode(), plain.encode(), "sha256").hexdigest()


def forget_expired(now: datetime) -> int:
    """Remove what has run out; Django's table would keep it until it is full. Returns how many rows went."""
    cache = caches["default"]
    if not isinstance(cache, DatabaseCache):
        return 0
    table = connection.ops.quote_name(cache._table)
    with connection.cursor() as cursor:
        expired = connection.ops.adapt_datetimefield_value(now)
        cursor.execute(f"DELETE FROM {table} WHERE expires < %s", [expired])  # noqa: S608 - our own table's name
        return int(cursor.rowcount)

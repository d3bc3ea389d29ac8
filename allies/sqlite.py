"""Python's sqlite3 replaced by the newer SQLite that pysqlite3 bundles, before Django looks for it.

Every SQLite from 3.7.0 to 3.51.2 can corrupt a database in WAL mode when a checkpoint meets a reset; Debian 12 has such
a one. `lib.checks` refuses WAL when the replacement is missing.
"""

from __future__ import annotations

import sys
from contextlib import suppress

with suppress(ImportError):  # no wheel for this platform: the system check says what to do
    import pysqlite3

    sys.modules["sqlite3"] = pysqlite3
    sys.modules["sqlite3.dbapi2"] = pysqlite3.dbapi2

import sqlite3 as sqlite3  # whichever of the two it is from here on

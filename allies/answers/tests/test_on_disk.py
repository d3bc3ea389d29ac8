"""A database of its own, in a file, read byte by byte: SQLite keeps what was deleted in many places if one lets it."""

from __future__ import annotations

from pathlib import Path

from tests.doors import on_a_file

WALK = """
from django.conf import settings
from django.db import connection
from allies.answers import quoting
from allies.answers.tests.quoted import CANARY, QuotedTestCase

def held():
    files = settings.DATA.glob("allies.sqlite3*")
    return sorted(path.name for path in files if b"zebrafish" in path.read_bytes())

QuotedTestCase.setUpTestData()
walk = QuotedTestCase()
walk.published(body=[("text", "<p>You wrote: " + CANARY + " Wait until morning.</p>")])
walk.page().save_revision(user=walk.edda)
print("before", *held())
quoting.withdraw(walk.question, by=walk.alice)
print("after", *held())
with connection.cursor() as cursor:
    cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
print("later", *held())
"""


def test_no_byte_is_left_once_it_was_taken_back(tmp_path: Path) -> None:
    before, after, later = on_a_file(WALK, tmp_path)
    assert before.startswith("before allies.sqlite3"), before
    assert (after, later) == ("after", "later")

"""A database of its own, in a file, read byte by byte: SQLite keeps what was deleted in many places if one lets it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.project import ROOT

WALK = """
import django
django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0)
call_command("createcachetable")
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
    given = {name: value for name, value in os.environ.items() if not name.startswith("ALLIES_")}
    given |= {"ALLIES_DATA": str(tmp_path), "DJANGO_SETTINGS_MODULE": "allies.settings"}
    done = subprocess.run(
        [sys.executable, "-c", WALK], cwd=ROOT, env=given, capture_output=True, text=True, timeout=240
    )
    before, after, later = done.stdout.splitlines() or ["", "", done.stderr[-2000:]]
    assert before.startswith("before allies.sqlite3"), before
    assert (after, later) == ("after", "later")

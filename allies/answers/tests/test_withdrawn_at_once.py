"""Whichever comes first, taking back or publishing: nothing of hers stands afterwards. On both databases."""

from __future__ import annotations

from pathlib import Path

from django.test import TransactionTestCase
from wagtail.models import Collection, Locale

from allies.answers.tests.quoted import QuotedTestCase
from allies.answers.tests.withdrawn import WAYS, race
from allies.moderation.tests.racing import on_postgresql
from tests.doors import on_a_file

ON_A_FILE = """
from allies.answers.tests.quoted import QuotedTestCase
from allies.answers.tests.withdrawn import WAYS, race
QuotedTestCase.setUpTestData()
walk = QuotedTestCase()
for way in WAYS:
    for _ in range(2):
        race(walk, way)
print("nothing stands")
"""


def test_on_sqlite(tmp_path: Path) -> None:
    """With a file of its own: a test's database is in memory, for one thread."""
    assert on_a_file(ON_A_FILE, tmp_path) == ["nothing stands"]


@on_postgresql
class OnPostgreSQL(TransactionTestCase):
    def test_whichever_comes_first(self) -> None:
        Locale.objects.get_or_create(language_code="en")
        if not Collection.objects.exists():  # another test of this sort has emptied the tables
            Collection.add_root(name="Root")
        QuotedTestCase.setUpTestData()
        self.addCleanup(QuotedTestCase.doClassCleanups)
        walk = QuotedTestCase()
        for way in WAYS:
            for _ in range(5):
                race(walk, way)

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from django.conf import settings
from django.utils.timezone import now

from allies.accounts.models import Member
from allies.home.demo_cast import load_cast
from allies.home.demo_notebook import load_notebook
from allies.lib.source import SourceError
from allies.notebook.kinds import KINDS
from allies.notebook.models import Entry
from allies.testing import MemberTestCase

DEMO = settings.CONTENT / "demo"
FILE = DEMO / "notebook.yaml"


class DemoNotebook(MemberTestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        Member.objects.all().delete()
        load_cast(DEMO / "cast.yaml")

    def test_the_week_of_the_coin_and_a_month_that_shows_something(self) -> None:
        done = load_notebook(FILE, now())
        member = Member.objects.named("HarborLight").get()
        assert done["notes"] == Entry.objects.of(member).count() == Entry.objects.count() > 50
        assert set(Entry.objects.of(member).values_list("kind", flat=True)) == set(KINDS)
        self.sign_in(member)
        self.assertContains(self.client.get("/notes/days/"), "Kept my boundary")
        self.assertContains(self.client.get("/notes/boundaries/"), "kept 4 of 4 times")
        self.assertContains(self.client.get("/notes/cushions/"), "Stopping · I pay his phone bill")
        self.assertContains(self.client.get("/notes/life/"), "Sleep and rest: 2 → 3 → 6")
        self.assertContains(self.client.get("/notes/openings/"), "The last one was 5 days ago.")
        page = self.client.get("/notes/days/patterns/")
        self.assertContains(page, '<li class="clear">At night there was use on')
        self.assertContains(page, "With friends there was use on")
        assert self.client.get("/notes/days/charts/").content.decode().count('<svg class="plot"') == 3

    def test_what_is_there_stays(self) -> None:
        assert load_notebook(FILE, now())
        assert not load_notebook(FILE, now())

    def test_a_file_that_cannot_be_right_is_refused(self) -> None:
        whole = FILE.read_text(encoding="utf-8")
        for slip, other in (
            ("by: Harb", "by: No"),
            ("kind: goal", "kind: aim"),
            ("mood: 7", "mood: 17"),
            ("entries:", "x:"),
        ):
            with TemporaryDirectory() as folder:
                path = Path(folder) / "notebook.yaml"
                path.write_text(whole.replace(slip, other), encoding="utf-8")
                with pytest.raises(SourceError):
                    load_notebook(path, now())

from __future__ import annotations

import re

from django.conf import settings

from allies.craft.situation import CHOICES
from allies.craft.table import CLOSES, STANCES, URGENT, table
from allies.home import method
from allies.home.actions import prepare_site
from allies.programme.loading import load_programme
from allies.programme.models import LearnIndex
from allies.testing import MemberTestCase


class MethodTests(MemberTestCase):
    def test_a_visitor_reads_the_whole_table(self) -> None:
        with self.assertNumQueries(1):
            response = self.client.get("/method/")
        assert response.status_code == 200
        page = response.content.decode()
        shown = re.findall(r'<article class="row-of-method" id="([^"]+)">', page)
        assert shown == [row.id for row in (*table().guarding, *table().answering)]
        self.assertContains(response, "<title>Notes</title>", html=True)
        self.assertContains(response, "What happened: they missed treatment; Treatment: they are about to begin or")
        self.assertContains(response, "What happened: anything but")
        assert page.count('class="badge"') == len(table().answering)

    def test_lessons_are_linked_once_they_are_there(self) -> None:
        self.assertNotContains(self.client.get("/method/"), "/learn/staying-safe/overdose/")
        prepare_site()
        load_programme(settings.CONTENT, LearnIndex.objects.get())
        page = self.client.get("/method/").content.decode()
        assert page.count('"/learn/staying-safe/overdose/"') > 2
        assert page.count("<dt>Lesson</dt>") == len(table().answering)

    def test_members_read_it_too_and_nobody_posts(self) -> None:
        self.sign_in(self.bob)
        assert self.client.get("/method/").status_code == 200
        assert self.client.post("/method/").status_code == 405

    def test_every_word_of_a_condition_is_known(self) -> None:
        for name, values in CHOICES.items():
            if name in method.VALUES:
                assert list(method.VALUES[name]) == list(values)
            else:
                assert {(name, True), (name, False)} <= set(method.FLAGS)
        assert list(method.STANCES) == list(STANCES)
        assert list(method.URGENT) == list(URGENT)
        assert list(method.CLOSED) == list(CLOSES)

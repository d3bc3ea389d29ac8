from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from django.conf import settings
from wagtail.models import Page

from allies.home.actions import prepare_site
from allies.home.loading import load_pages
from allies.home.models import PlainEdition, PlainPage
from allies.lib.source import SourceError
from allies.testing import MemberTestCase


class Plain(MemberTestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        super().setUpTestData()
        load_pages(settings.CONTENT / "pages", prepare_site())

    def test_is_open_to_visitors(self) -> None:
        for address, title in (("/safety/", "What this site can and cannot hide"), ("/agreement/", "Our agreement")):
            with self.assertNumQueries(1):
                response = self.client.get(address)
            self.assertContains(response, title)
            self.assertContains(response, "<title>Notes</title>", html=True)
            assert self.client.post(address).status_code == 405

    def test_shows_what_is_published_and_nothing_else(self) -> None:
        page = PlainPage.objects.get(slug="safety")
        page.title = "A draft"
        page.save_revision()
        self.assertNotContains(self.client.get("/safety/"), "A draft")
        page.save_revision().publish()
        self.assertContains(self.client.get("/safety/"), "A draft")
        page.refresh_from_db()
        page.unpublish()
        assert self.client.get("/safety/").status_code == 404
        assert not PlainEdition.objects.filter(slug="safety").exists()

    def test_wagtails_own_addresses_lead_to_ours(self) -> None:
        page = PlainPage.objects.get(slug="agreement")
        assert page.serve(self.client.get("/").wsgi_request)["Location"] == "/agreement/"

    def test_editors_and_operators_keep_the_help_lines(self) -> None:
        for member, may in ((self.edda, True), (self.odile, True), (self.sam, False), (self.alice, False)):
            assert member.has_perm("home.change_helpline") is may

    def test_the_tree_is_made_once(self) -> None:
        before = list(Page.objects.values_list("path", "title"))
        prepare_site()
        assert list(Page.objects.values_list("path", "title")) == before


class Sources(MemberTestCase):
    def test_refusals_name_file_and_line(self) -> None:
        good = "---\nid: a\nslug: a\ntitle: A\nversion: '1'\nsummary: S\n---\nWords.\n"
        cases = [
            (good.replace("version: '1'\n", ""), 1, "“version” is missing"),
            (good.replace("version: '1'", "version: 1"), 5, "“version” must be text"),
            (good.replace("slug: a", "slug: A b"), 3, "“slug”"),
            (good.replace("Words.\n", ""), 8, "has no body"),
            (good.replace("Words.", "# Words"), 8, "headings"),
            (good.replace("Words.", "::: video x.mp4 X\n:::"), 8, "not a kind of block"),
        ]
        root = prepare_site()
        for text, line, reason in cases:
            with tempfile.TemporaryDirectory() as folder, self.subTest(reason):
                (Path(folder) / "a.md").write_text(text)
                with pytest.raises(SourceError) as refused:
                    load_pages(Path(folder), root)
                assert refused.value.line == line
                assert reason in refused.value.reason
        with tempfile.TemporaryDirectory() as folder:
            for name in ("a.md", "b.md"):
                (Path(folder) / name).write_text(good)
            with self.assertRaisesMessage(SourceError, "stands in another page too"):
                load_pages(Path(folder), root)

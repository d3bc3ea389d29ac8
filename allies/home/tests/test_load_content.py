from __future__ import annotations

import io
import shutil
import tempfile
from pathlib import Path

from django.conf import settings
from django.core.management import CommandError, call_command
from django.test import TestCase
from wagtail.models import Page, Site

from allies.home.models import HelpLine, PlainEdition, PlainPage, Root
from allies.programme.models import LessonEdition


class LoadContent(TestCase):
    def load(self, folder: Path = settings.CONTENT) -> str:
        out = io.StringIO()
        call_command("load_content", folder, stdout=out)
        return out.getvalue()

    def test_fills_an_empty_site_and_says_so(self) -> None:
        said = self.load()
        self.assertIn("plain pages: 2 created", said)
        self.assertEqual(set(PlainEdition.objects.values_list("slug", flat=True)), {"agreement", "safety"})
        self.assertTrue(LessonEdition.objects.exists())
        self.assertTrue(HelpLine.objects.exists())
        self.assertEqual(Site.objects.get().root_page.specific, Root.objects.get())

    def test_a_second_time_changes_nothing(self) -> None:
        self.load()
        before = list(Page.objects.values_list("path", "latest_revision_created_at"))
        said = self.load()
        self.assertNotIn("created", said)
        self.assertNotIn("updated", said)
        self.assertEqual(list(Page.objects.values_list("path", "latest_revision_created_at")), before)

    def test_a_changed_page_is_published_unless_staff_changed_it_too(self) -> None:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name) / "content"
            shutil.copytree(settings.CONTENT, folder)
            self.load(folder)
            source = folder / "pages" / "safety.md"
            source.write_text(source.read_text().replace("title: What this site", "title: All this site"))
            self.assertIn("1 updated", self.load(folder))
            self.assertTrue(PlainEdition.objects.get(slug="safety").title.startswith("All this site"))
            page = PlainPage.objects.get(slug="safety")
            page.title = "As staff wrote it"
            page.save_revision().publish()
            source.write_text(source.read_text().replace("title: All this", "title: Once more this"))
            self.assertIn("kept as a draft", self.load(folder))
            self.assertEqual(PlainEdition.objects.get(slug="safety").title, "As staff wrote it")

    def test_a_fault_anywhere_leaves_everything_as_it_was(self) -> None:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name) / "content"
            shutil.copytree(settings.CONTENT, folder)
            lesson = sorted((folder / "modules").glob("*/0*.md"))[-1]
            lesson.write_text(lesson.read_text().replace("title:", "tilte:", 1))
            with self.assertRaises(CommandError) as refused:
                self.load(folder)
        self.assertIn(f"{lesson}:", str(refused.exception))
        self.assertIn("Nothing was changed", str(refused.exception))
        self.assertFalse(HelpLine.objects.exists() or Root.objects.exists())

    def test_a_folder_that_is_not_there(self) -> None:
        with self.assertRaises(CommandError):
            self.load(Path("/nowhere"))

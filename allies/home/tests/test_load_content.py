from __future__ import annotations

import io
import shutil
import tempfile
from pathlib import Path

import pytest
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
        assert "plain pages: 2 created" in said
        assert set(PlainEdition.objects.values_list("slug", flat=True)) == {"agreement", "safety"}
        assert LessonEdition.objects.exists()
        assert HelpLine.objects.exists()
        assert Site.objects.get().root_page.specific == Root.objects.get()

    def test_a_second_time_changes_nothing(self) -> None:
        self.load()
        before = list(Page.objects.values_list("path", "latest_revision_created_at"))
        said = self.load()
        assert "created" not in said
        assert "updated" not in said
        assert list(Page.objects.values_list("path", "latest_revision_created_at")) == before

    def test_a_changed_page_is_published_unless_staff_changed_it_too(self) -> None:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name) / "content"
            shutil.copytree(settings.CONTENT, folder)
            self.load(folder)
            source = folder / "pages" / "safety.md"
            source.write_text(source.read_text().replace("title: What this site", "title: All this site"))
            assert "1 updated" in self.load(folder)
            assert PlainEdition.objects.get(slug="safety").title.startswith("All this site")
            page = PlainPage.objects.get(slug="safety")
            page.title = "As staff wrote it"
            page.save_revision().publish()
            source.write_text(source.read_text().replace("title: All this", "title: Once more this"))
            assert "kept as a draft" in self.load(folder)
            assert PlainEdition.objects.get(slug="safety").title == "As staff wrote it"

    def test_a_fault_anywhere_leaves_everything_as_it_was(self) -> None:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name) / "content"
            shutil.copytree(settings.CONTENT, folder)
            lesson = sorted((folder / "modules").glob("*/0*.md"))[-1]
            lesson.write_text(lesson.read_text().replace("title:", "tilte:", 1))
            with pytest.raises(CommandError) as refused:
                self.load(folder)
        assert f"{lesson}:" in str(refused.value)
        assert "Nothing was changed" in str(refused.value)
        assert not (HelpLine.objects.exists())
        assert not (Root.objects.exists())

    def test_a_folder_that_is_not_there(self) -> None:
        with pytest.raises(CommandError):
            self.load(Path("/nowhere"))

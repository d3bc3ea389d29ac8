from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import pytest

from allies.lib.source import SourceError
from allies.programme.loading import load_programme
from allies.programme.models import LessonPage, ModulePage
from allies.programme.testing import make_learn, make_lesson, make_module
from allies.testing import MemberTestCase

MODULE = "---\nid: tea\nnumber: 1\nslug: tea\ntitle: Tea\nsummary: About tea.\n---\nWarm the pot.\n"
LESSON = "---\nid: tea/{0}\nslug: {0}\ntitle: The {0}\nsummary: In short.\nstatus: ready\nsources: []\n---\nOne step.\n"


class Folder(MemberTestCase):
    """A programme of one module with two lessons, written anew for each test."""

    def setUp(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)
        self.write("modules/01-tea/module.md", MODULE)
        self.write("modules/01-tea/01-water.md", LESSON.format("water"))
        self.write("modules/01-tea/02-milk.md", LESSON.format("milk"))

    def write(self, path: str, text: str | bytes) -> Path:
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode() if isinstance(text, str) else text)
        return file

    def change(self, path: str, old: str, new: str) -> None:
        file = self.folder / path
        assert old in file.read_text()
        file.write_text(file.read_text().replace(old, new))

    def load(self) -> dict[str, int]:
        return dict(load_programme(self.folder, make_learn()))

    def slugs(self, code: str = "tea") -> list[str]:
        return [page.slug for page in ModulePage.objects.get(code=code).get_children()]


class Loading(Folder):
    def refusal(self) -> SourceError:
        with pytest.raises(SourceError) as caught:
            self.load()
        assert not ModulePage.objects.filter(code="tea").exists()
        return caught.value

    def test_makes_pages_that_are_published(self) -> None:
        assert self.load() == {"created": 3}
        assert self.slugs() == ["water", "milk"]
        assert LessonPage.objects.live().count() == 2
        self.sign_in(self.alice)
        assert b"One step." in self.client.get("/learn/tea/water/").content

    def test_refuses_with_file_line_and_reason(self) -> None:
        lesson, module = "modules/01-tea/01-water.md", "modules/01-tea/module.md"
        for path, old, new, line, reason in (
            (lesson, "status: ready", "status: done", 6, "“status” must be one of ready, coming"),
            (lesson, "status: ready", "colour: red", 6, "“colour” is not a key here"),
            (lesson, "slug: water", "slug: Warm water", 3, "“slug” may hold small letters"),
            (lesson, "title: The water", "title:", 4, "“title” is missing"),
            (lesson, "One step.\n", "", 6, "is “ready” and has no body"),
            (lesson, "One step.\n", "# One", 9, "headings in a body start at ##"),
            (lesson, "One step.\n", "::: poem\nx\n:::\n", 9, "“poem” is not a kind of block"),
            (lesson, "sources: []", "sources: none", 7, "“sources” must be a list"),
            (lesson, "sources: []", "sources: [{title: A}]", 7, "“title” and “by”"),
            (lesson, "sources: []", "sources: [{title: A, by: 3}]", 7, "“by” must be text"),
            (lesson, "sources: []", "sources: [{title: A, by: B, year: soon}]", 7, "“year” must be a whole number"),
            (lesson, "sources: []", "sources: [{title: A, by: B, url: 'javascript:x'}]", 7, "“url” must begin with"),
            (lesson, "id: tea/water", "id: [tea]", 2, "“id” must be text"),
            (lesson, "id: tea/water", "id: tea/milk", 2, "stands in more than one file"),
            (lesson, "slug: water", "slug: milk", 3, "stands in another lesson"),
            (module, "number: 1", "number: true", 3, "“number” must be a whole number"),
            (module, "number: 1", "number: 21", 3, "“number” must be a whole number"),
            (module, "id: tea", "id: 7", 2, "“id” must be text"),
        ):
            before = (self.folder / path).read_text()
            self.change(path, old, new)
            error = self.refusal()
            assert (error.path, reason in error.reason) == (error.path, True), (new, error.reason)
            assert error.path.parent.name == "01-tea"
            assert error.line == line, (new, error)
            self.write(path, before)
        assert self.load() == {"created": 3}

    def test_refuses_folders_and_names_that_are_not_right(self) -> None:
        self.write("modules/01-tea/sugar.md", LESSON.format("sugar"))
        assert "needs a number before its name" in self.refusal().reason
        (self.folder / "modules/01-tea/sugar.md").unlink()
        self.write("modules/02-cups/01-cup.md", LESSON.format("cup"))
        assert self.refusal().path.name == "module.md"
        shutil.rmtree(self.folder / "modules")
        assert self.refusal().reason == "is not a folder"

    def test_two_modules_have_two_numbers_and_two_addresses(self) -> None:
        self.write(
            "modules/02-cups/module.md", MODULE.replace("id: tea", "id: cups").replace("slug: tea", "slug: cups")
        )
        assert "“number” 1 stands in another module too" in self.refusal().reason
        self.change("modules/02-cups/module.md", "number: 1", "number: 2")
        self.change("modules/02-cups/module.md", "slug: cups", "slug: tea")
        assert "“slug” tea stands in another module too" in self.refusal().reason

    def test_an_address_that_a_page_of_the_staff_has_is_refused(self) -> None:
        make_lesson(make_module(slug="tea", code="their-tea"))
        error = self.refusal()
        assert (error.path.name, error.line) == ("module.md", 4)
        assert "the site does not take it" in error.reason

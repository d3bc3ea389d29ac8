"""Loading a programme a second time: nothing is lost, nothing of the staff's is overwritten."""

from __future__ import annotations

import pytest

from allies.lib.loaded import KEPT
from allies.lib.source import SourceError
from allies.programme.actions import complete_lesson
from allies.programme.models import Completion, LessonEdition, LessonPage
from allies.programme.tests.test_loading import LESSON, MODULE, Folder

WATER = "modules/01-tea/01-water.md"


class LoadingAgain(Folder):
    def setUp(self) -> None:
        super().setUp()
        self.load()
        complete_lesson(self.edition("tea/water"), by=self.alice)

    def edition(self, code: str) -> LessonEdition:
        return LessonEdition.objects.get(code=code)

    def page(self) -> LessonPage:
        return LessonPage.objects.get(code="tea/water")

    def assert_still_done(self) -> None:
        self.sign_in(self.alice)
        assert "1 of" in self.client.get("/learn/").content.decode()
        assert Completion.objects.of(self.alice).get().lesson == "tea/water"

    def test_nothing_new_changes_nothing(self) -> None:
        revision = self.page().latest_revision_id
        assert self.load() == {"unchanged": 3}
        assert self.page().latest_revision_id == revision

    def test_a_new_text_and_address_keep_progress(self) -> None:
        self.change(WATER, "One step.", "Another step.")
        self.change(WATER, "slug: water", "slug: hot-water")
        assert self.load() == {"updated": 1, "unchanged": 2}
        self.assert_still_done()
        assert "Another step." in self.client.get("/learn/tea/hot-water/").content.decode()
        assert "You have done this lesson." in self.client.get("/learn/tea/hot-water/").content.decode()
        assert self.client.get("/learn/tea/water/").status_code != 200

    def test_a_page_that_was_deleted_comes_back_with_its_progress(self) -> None:
        self.page().delete()
        assert self.load() == {"created": 1, "unchanged": 2}
        self.assert_still_done()
        assert self.slugs() == ["water", "milk"]

    def test_a_lesson_in_another_folder_moves_there(self) -> None:
        cups = MODULE.replace("id: tea", "id: cups").replace("slug: tea", "slug: cups")
        self.write("modules/02-cups/module.md", cups.replace("number: 1", "number: 2"))
        (self.folder / WATER).rename(self.folder / "modules/02-cups/01-water.md")
        assert self.load() == {"created": 1, "updated": 1, "unchanged": 2}
        assert (self.slugs(), self.slugs("cups")) == (["milk"], ["water"])
        self.assert_still_done()
        assert self.client.get("/learn/cups/water/").status_code == 200
        assert self.load() == {"unchanged": 4}

    def test_another_order_of_the_files_is_the_order_of_the_lessons(self) -> None:
        self.write("modules/01-tea/00-cups.md", LESSON.format("cups"))
        assert self.load() == {"created": 1, "unchanged": 3}
        assert self.slugs() == ["cups", "water", "milk"]
        page = self.client.get("/learn/tea/").content.decode()
        places = [page.index(f"/learn/tea/{slug}/") for slug in ("cups", "water", "milk")]
        assert places == sorted(places)

    def test_what_staff_changed_stays_and_the_new_text_is_a_draft(self) -> None:
        page = self.page()
        page.title = "Staff’s title"
        page.save_revision().publish()
        assert self.load() == {"unchanged": 3}
        self.change(WATER, "One step.", "Another step.")
        assert self.load() == {KEPT: 1, "unchanged": 2}
        assert self.edition("tea/water").title == "Staff’s title"
        assert "Another step." not in self.edition("tea/water").html
        draft = self.page().get_latest_revision_as_object()
        assert (draft.title, "Another step." in str(draft.body)) == ("The water", True)
        assert self.load() == {"unchanged": 3}

    def test_a_draft_that_staff_then_publish_is_not_offered_again(self) -> None:
        page = self.page()
        page.title = "Staff’s title"
        page.save_revision()
        self.change(WATER, "One step.", "Another step.")
        self.load()
        self.page().get_latest_revision().publish()
        assert self.load() == {"unchanged": 3}
        assert "Another step." in self.edition("tea/water").html

    def test_what_staff_took_down_stays_down(self) -> None:
        self.page().unpublish()
        self.change(WATER, "One step.", "Another step.")
        assert self.load() == {KEPT: 1, "unchanged": 2}
        assert not self.page().live
        assert not LessonEdition.objects.filter(code="tea/water").exists()

    def test_an_order_that_staff_made_stays_while_nothing_changes(self) -> None:
        self.page().move(self.page().get_parent(), pos="last-child")
        assert self.slugs() == ["milk", "water"]
        self.load()
        assert self.slugs() == ["milk", "water"]

    def test_one_refusal_undoes_everything(self) -> None:
        self.change(WATER, "One step.", "Another step.")
        self.change("modules/01-tea/02-milk.md", "status: ready", "status: done")
        with pytest.raises(SourceError, match="“status”"):
            self.load()
        assert "One step." in self.edition("tea/water").html

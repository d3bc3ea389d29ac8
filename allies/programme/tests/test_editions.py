from __future__ import annotations

from typing import Any

from django.test import RequestFactory

from allies.programme.models import LessonEdition, LessonPage, ModuleEdition, ModulePage
from allies.programme.testing import make_lesson, make_module
from allies.testing import MemberTestCase


class Editions(MemberTestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        super().setUpTestData()
        cls.module = make_module(slug="one")
        cls.lessons = [make_lesson(cls.module, slug=slug, title=slug.title()) for slug in ("a", "b", "c")]

    def fresh(self, page: Any) -> Any:
        return type(page).objects.get(pk=page.pk)

    def order(self, module: str = "one") -> list[str]:
        rows = LessonEdition.objects.filter(module__slug=module).order_by("module__number", "position")
        return list(rows.values_list("slug", flat=True))

    def status(self, address: str) -> int:
        self.sign_in(self.alice)
        return self.client.get(address).status_code

    def test_stand_in_the_order_of_the_desk(self) -> None:
        assert self.order() == ["a", "b", "c"]
        self.fresh(self.lessons[2]).move(self.fresh(self.lessons[0]), pos="left")
        assert self.order() == ["c", "a", "b"]

    def test_keep_their_order_when_modules_change_places(self) -> None:
        other = make_module(slug="two")
        self.fresh(other).move(self.fresh(self.module), pos="left")
        page = self.fresh(self.lessons[1])
        page.title = "Changed"
        page.save_revision().publish()
        assert self.order() == ["a", "b", "c"]

    def test_a_draft_is_not_shown(self) -> None:
        page = self.fresh(self.lessons[0])
        page.title = "Not yet"
        page.save_revision()
        assert LessonEdition.objects.get(slug="a").title == "A"
        page.get_latest_revision().publish()
        assert LessonEdition.objects.get(slug="a").title == "Not yet"

    def test_a_lesson_taken_down_is_not_found_and_comes_back(self) -> None:
        self.fresh(self.lessons[0]).unpublish()
        assert self.status("/learn/one/a/") == 404
        assert self.order() == ["b", "c"]
        self.fresh(self.lessons[0]).save_revision().publish()
        assert self.order() == ["a", "b", "c"]

    def test_a_module_taken_down_takes_its_lessons_down_and_up_again(self) -> None:
        self.fresh(self.module).unpublish()
        assert self.status("/learn/one/") == self.status("/learn/one/a/") == 404
        self.fresh(self.lessons[0]).save_revision().publish()
        assert self.status("/learn/one/a/") == 404
        self.fresh(self.module).save_revision().publish()
        assert self.status("/learn/one/") == self.status("/learn/one/a/") == 200
        assert self.order() == ["a", "b", "c"]

    def test_another_address(self) -> None:
        for page, slug in ((self.module, "uno"), (self.lessons[0], "alpha")):
            page = self.fresh(page)
            page.slug = slug
            with self.captureOnCommitCallbacks(execute=True):
                page.save_revision().publish()
        assert self.status("/learn/uno/alpha/") == 200
        assert self.status("/learn/uno/b/") == 200
        assert ModuleEdition.objects.count() == 1

    def test_a_lesson_moved_to_another_module(self) -> None:
        other = make_module(slug="two")
        self.fresh(self.lessons[0]).move(other, pos="last-child")
        assert self.status("/learn/two/a/") == 200
        assert (self.order(), self.order("two")) == (["b", "c"], ["a"])

    def test_deleting(self) -> None:
        self.fresh(self.lessons[0]).delete()
        assert self.order() == ["b", "c"]
        self.fresh(self.module).delete()
        assert not LessonEdition.objects.exists()
        assert not ModuleEdition.objects.exists()

    def test_a_lesson_that_was_never_saved_can_be_previewed(self) -> None:
        page = LessonPage(title="New", slug="new", summary="x", body=[("text", "<p>Not saved.</p>")])
        page.path, page.depth = f"{self.module.path}9999", self.module.depth + 1
        assert "Not saved." in page.get_context(RequestFactory().get("/"))["lesson"].html
        assert not LessonEdition.objects.filter(slug="new").exists()

    def test_wagtails_own_address_leads_to_ours(self) -> None:
        for page in (self.fresh(self.lessons[0]), self.fresh(self.module)):
            assert page.serve(RequestFactory().get("/"))["Location"] == page.address
        assert ModulePage.objects.get().address == "/learn/one/"

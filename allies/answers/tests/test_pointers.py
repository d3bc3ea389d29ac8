"""What an answer points at moves, changes its name or goes: the answer's page follows."""

from __future__ import annotations

from typing import Any

from wagtail.models import Page

from allies.answers.testing import edition, make_answer
from allies.programme.models import LessonPage, ModulePage
from allies.programme.testing import make_learn, make_lesson, make_module
from allies.testing import MemberTestCase


class Pointers(MemberTestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        super().setUpTestData()
        cls.module = make_module(slug="five", title="Not using", number=5)
        cls.lesson = make_lesson(cls.module, slug="stepping-back", title="Stepping back")
        cls.answer = make_answer(author=cls.sam, pointers=[cls.lesson, cls.module])

    def test_an_answer_that_points_at_the_lesson_alone_follows_the_module(self) -> None:
        alone = make_answer(author=self.sam, pointers=[self.lesson])
        self.change(lambda: self.publish(self.module, slug="not-using"))
        assert "/learn/not-using/stepping-back/" in edition(alone).html
        self.change(lambda: ModulePage.objects.get(pk=self.module.pk).unpublish())
        assert "/learn/" not in edition(alone).html

    def html(self) -> str:
        return edition(self.answer).html

    def assert_every_link_leads_somewhere(self) -> None:
        self.sign_in(self.alice)
        page = self.html()
        for start in page.split('href="')[1:]:
            address = start.split('"')[0]
            assert self.client.get(address).status_code == 200, address

    def change(self, act: Any) -> None:
        with self.captureOnCommitCallbacks(execute=True):
            act()
        self.assert_every_link_leads_somewhere()

    def publish(self, page: Page, **fields: Any) -> None:
        page = Page.objects.get(pk=page.pk).specific
        for name, value in fields.items():
            setattr(page, name, value)
        page.save_revision().publish()

    def test_as_it_is(self) -> None:
        for expected in ("/learn/five/stepping-back/", "/learn/five/", "Stepping back", "Not using"):
            assert expected in self.html()
        self.assert_every_link_leads_somewhere()

    def test_another_title(self) -> None:
        self.change(lambda: self.publish(self.lesson, title="Now step back"))
        assert "Now step back" in self.html()

    def test_another_address(self) -> None:
        self.change(lambda: self.publish(self.lesson, slug="step-back"))
        assert "/learn/five/step-back/" in self.html()

    def test_another_address_of_the_module_above(self) -> None:
        self.change(lambda: self.publish(self.module, slug="not-using"))
        assert "/learn/not-using/stepping-back/" in self.html()
        assert "/learn/five/" not in self.html()

    def test_another_module(self) -> None:
        other = make_module(slug="eight")
        self.change(lambda: LessonPage.objects.get(pk=self.lesson.pk).move(other, pos="last-child"))
        assert "/learn/eight/stepping-back/" in self.html()

    def test_taken_down_and_put_up_again(self) -> None:
        self.change(lambda: LessonPage.objects.get(pk=self.lesson.pk).unpublish())
        assert "Stepping back" not in self.html()
        assert "/learn/five/" in self.html()
        self.change(lambda: self.publish(self.lesson))
        assert "Stepping back" in self.html()

    def test_the_module_above_taken_down_and_put_up_again(self) -> None:
        self.change(lambda: ModulePage.objects.get(pk=self.module.pk).unpublish())
        assert "/learn/" not in self.html()
        self.change(lambda: self.publish(self.module))
        assert "/learn/five/stepping-back/" in self.html()

    def test_deleted(self) -> None:
        self.change(lambda: LessonPage.objects.get(pk=self.lesson.pk).delete())
        assert "Stepping back" not in self.html()

    def test_deleted_with_its_module(self) -> None:
        self.change(lambda: ModulePage.objects.get(pk=self.module.pk).delete())
        assert "/learn/" not in self.html()

    def test_a_draft_changes_nothing(self) -> None:
        page = LessonPage.objects.get(pk=self.lesson.pk)
        page.title, page.slug = "Not yet", "not-yet"
        self.change(lambda: page.save_revision())
        assert "Stepping back" in self.html()

    def test_related_answers_follow_too(self) -> None:
        related = make_answer(author=self.sam, slug="coin", title="The coin", related=[self.answer])
        self.change(lambda: self.publish(self.answer, slug="other", title="Another title"))
        assert "/answers/other/" in edition(related).html
        assert "Another title" in edition(related).html

    def test_an_answer_that_is_not_published_is_not_written(self) -> None:
        self.answer.unpublish()
        self.change_lesson_only()
        assert not type(edition(make_answer(author=self.sam))).objects.filter(page=self.answer).exists()

    def change_lesson_only(self) -> None:
        with self.captureOnCommitCallbacks(execute=True):
            self.publish(self.lesson, title="Now step back")
        assert make_learn().get_children().count() == 1

from __future__ import annotations

from allies.programme.actions import complete_lesson
from allies.programme.models import LastLesson, LessonEdition
from allies.programme.testing import make_lesson, make_module
from allies.testing import MemberTestCase


class LessonDetail(MemberTestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        super().setUpTestData()
        cls.one, cls.two = make_module(slug="one"), make_module(slug="two")
        source = {"title": "A study", "by": "Kincaid", "year": 1975, "url": "https://example.org/"}
        cls.first = make_lesson(cls.one, slug="first", title="First", sources=[{"type": "source", "value": source}])
        cls.coming = make_lesson(cls.one, slug="coming", title="Later on", coming=True)
        cls.last = make_lesson(cls.two, slug="last", title="Last")

    def page(self, address: str = "/learn/one/first/") -> str:
        response = self.client.get(address)
        assert response.status_code == 200
        return response.content.decode()

    def test_visitors_sign_in_and_come_back(self) -> None:
        response = self.client.get("/learn/one/first/")
        self.assertRedirects(response, "/sign-in/?next=/learn/one/first/")
        assert "One small step." not in self.client.get("/learn/one/first/", follow=True).content.decode()

    def test_members_read(self) -> None:
        self.sign_in(self.alice)
        page = self.page()
        for words in ("One small step.", "A study", "Kincaid", "1 minute", "Mark as done"):
            assert words in page

    def test_staff_and_moderators_read_too(self) -> None:
        for person in (self.sam, self.vera, self.edda):
            self.sign_in(person)
            assert "One small step." in self.page()

    def test_before_and_next_go_across_modules_and_over_what_is_coming(self) -> None:
        self.sign_in(self.alice)
        first, last = self.page(), self.page("/learn/two/last/")
        assert '<a class="next" rel="next" href="/learn/two/last/">' in first
        assert 'rel="prev"' not in first
        assert '<a rel="prev" href="/learn/one/first/">' in last
        assert 'rel="next"' not in last

    def test_a_coming_lesson_says_so_and_is_not_remembered(self) -> None:
        self.sign_in(self.alice)
        page = self.page("/learn/one/coming/")
        assert "This lesson is being written" in page
        assert "Mark as done" not in page
        assert 'rel="prev" href="/learn/one/first/"' in page
        assert not LastLesson.objects.of(self.alice).exists()

    def test_the_place_is_remembered_once_a_change(self) -> None:
        self.sign_in(self.alice)
        self.page()
        with self.assertNumQueries(7):
            self.page()
        self.page("/learn/two/last/")
        assert [row.lesson for row in LastLesson.objects.of(self.alice)] == [self.last.code]
        assert not LastLesson.objects.of(self.bob).exists()

    def test_done_is_shown_to_who_did_it(self) -> None:
        complete_lesson(LessonEdition.objects.get(page=self.first), by=self.alice)
        self.sign_in(self.alice)
        assert "You have done this lesson." in self.page()
        self.sign_in(self.bob)
        assert "You have done this lesson." not in self.page()

    def test_unknown_lessons_are_not_found(self) -> None:
        self.sign_in(self.alice)
        for address in ("/learn/one/nowhere/", "/learn/two/first/", "/learn/nowhere/first/", "/learn/one/first/more/"):
            assert self.client.get(address).status_code == 404

    def test_takes_nothing_but_reading(self) -> None:
        self.sign_in(self.alice)
        assert self.client.post("/learn/one/first/").status_code == 405

    def test_costs_the_same_for_little_and_for_much(self) -> None:
        self.sign_in(self.alice)
        self.page()
        with self.assertNumQueries(7):
            self.page()
        for _ in range(12):
            complete_lesson(LessonEdition.objects.get(page=make_lesson(self.one)), by=self.alice)
        with self.assertNumQueries(7):
            self.page()

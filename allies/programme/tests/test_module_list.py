from __future__ import annotations

from allies.programme.actions import complete_lesson, remember_lesson
from allies.programme.models import LessonEdition, LessonPage
from allies.programme.testing import make_lesson, make_module
from allies.testing import MemberTestCase


def edition(page: LessonPage) -> LessonEdition:
    return LessonEdition.objects.get(page=page)


class ModuleList(MemberTestCase):
    def page(self) -> str:
        response = self.client.get("/learn/")
        assert response.status_code == 200
        return response.content.decode()

    def test_an_empty_site_says_so(self) -> None:
        assert "Nothing here yet" in self.page()

    def test_visitors_see_the_way_and_how_to_join(self) -> None:
        module = make_module(title="Staying safe", slug="staying-safe")
        make_lesson(module, title="Is it safe to start?")
        page = self.page()
        assert 'href="/learn/staying-safe/"' in page
        assert 'href="/join/?next=/learn/"' in page
        assert "lessons done" not in page
        assert 'class="resume"' not in page

    def test_modules_stand_in_the_order_of_their_numbers(self) -> None:
        for number in (3, 1, 2):
            make_module(number=number)
        page = self.page()
        places = [page.index(f'href="/learn/module-{number}/"') for number in (1, 2, 3)]
        assert places == sorted(places)

    def test_members_see_their_own_progress(self) -> None:
        module = make_module()
        first, _second = make_lesson(module, title="First"), make_lesson(module, title="Second")
        make_lesson(module, coming=True)
        complete_lesson(edition(first), by=self.bob)
        self.sign_in(self.alice)
        assert "0 of 2 lessons done" in self.page()
        assert "A good place to start" in self.page()
        complete_lesson(edition(first), by=self.alice)
        assert "1 of 2 lessons done" in self.page()

    def test_resume_leads_to_where_the_member_left_off_and_then_on(self) -> None:
        one, two = make_module(), make_module()
        first, second = make_lesson(one, title="First", slug="a"), make_lesson(two, title="Second", slug="b")
        self.sign_in(self.alice)
        assert 'class="go" href="/learn/module-1/a/"' in self.page()
        remember_lesson(edition(second), by=self.alice)
        assert 'class="go" href="/learn/module-2/b/"' in self.page()
        complete_lesson(edition(second), by=self.alice)
        assert 'class="go" href="/learn/module-1/a/"' in self.page()
        complete_lesson(edition(first), by=self.alice)
        assert 'class="resume"' not in self.page()

    def test_a_lesson_left_open_that_is_gone_is_no_hindrance(self) -> None:
        module = make_module()
        make_lesson(module, slug="a")
        gone = make_lesson(module, slug="b")
        remember_lesson(edition(gone), by=self.alice)
        gone.unpublish()
        self.sign_in(self.alice)
        assert 'class="go" href="/learn/module-1/a/"' in self.page()

    def test_costs_the_same_for_little_and_for_much(self) -> None:
        make_lesson(make_module())
        self.sign_in(self.alice)
        with self.assertNumQueries(6):
            self.page()
        for _ in range(4):
            module = make_module()
            for _ in range(5):
                complete_lesson(edition(make_lesson(module)), by=self.alice)
        with self.assertNumQueries(6):
            self.page()
        self.client.logout()
        with self.assertNumQueries(2):
            self.page()

    def test_takes_nothing_but_reading(self) -> None:
        assert self.client.post("/learn/").status_code == 405
        assert self.client.head("/learn/").status_code == 200

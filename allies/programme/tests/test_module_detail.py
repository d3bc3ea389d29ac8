from __future__ import annotations

from allies.programme.actions import complete_lesson
from allies.programme.models import LessonEdition
from allies.programme.testing import make_lesson, make_module
from allies.testing import MemberTestCase


class ModuleDetail(MemberTestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        super().setUpTestData()
        body = [{"type": "text", "value": "<p>Safety comes first.</p>"}]
        cls.module = make_module(title="Staying safe", slug="staying-safe", body=body)
        cls.first = make_lesson(cls.module, title="Is it safe?", slug="is-it-safe")
        cls.second = make_lesson(cls.module, title="Overdose", slug="overdose")
        cls.coming = make_lesson(cls.module, title="A crisis plan", slug="plan", coming=True)
        make_lesson(make_module(), title="Of another module")

    def page(self) -> str:
        response = self.client.get("/learn/staying-safe/")
        assert response.status_code == 200
        return response.content.decode()

    def test_visitors_see_the_outline_in_its_order(self) -> None:
        page = self.page()
        places = [page.index(title) for title in ("Safety comes first.", "Is it safe?", "Overdose", "A crisis plan")]
        assert places == sorted(places)
        assert "Of another module" not in page
        assert "lessons done" not in page

    def test_a_coming_lesson_is_announced_and_not_linked(self) -> None:
        page = self.page()
        assert 'href="/learn/staying-safe/overdose/"' in page
        assert 'href="/learn/staying-safe/plan/"' not in page

    def test_members_see_what_they_have_done_and_nobody_elses(self) -> None:
        complete_lesson(LessonEdition.objects.get(page=self.first), by=self.alice)
        self.sign_in(self.alice)
        assert "1 of 2 lessons done" in self.page()
        self.sign_in(self.bob)
        assert "0 of 2 lessons done" in self.page()

    def test_unknown_modules_are_not_found(self) -> None:
        for address in ("/learn/nowhere/", "/learn/staying%20safe/", "/learn/STAYING-SAFE/"):
            assert self.client.get(address).status_code == 404

    def test_takes_nothing_but_reading(self) -> None:
        assert self.client.post("/learn/staying-safe/").status_code == 405

    def test_costs_the_same_for_little_and_for_much(self) -> None:
        self.sign_in(self.alice)
        with self.assertNumQueries(6):
            self.page()
        for _ in range(10):
            make_lesson(self.module)
        with self.assertNumQueries(6):
            self.page()

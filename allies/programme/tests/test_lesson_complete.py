from __future__ import annotations

from django.test import Client

from allies.programme.models import Completion
from allies.programme.testing import make_lesson, make_module
from allies.testing import MemberTestCase


class LessonComplete(MemberTestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        super().setUpTestData()
        one, two = make_module(slug="one"), make_module(slug="two")
        cls.first = make_lesson(one, slug="first")
        make_lesson(one, slug="coming", coming=True)
        cls.last = make_lesson(two, slug="last")

    def test_marks_the_lesson_as_done_once(self) -> None:
        self.sign_in(self.alice)
        for _ in range(2):
            response = self.client.post("/learn/one/first/complete/")
            self.assertRedirects(response, "/learn/one/first/#done")
        assert [row.lesson for row in Completion.objects.of(self.alice)] == [self.first.code]
        assert not Completion.objects.of(self.bob).exists()

    def test_and_goes_on_to_the_next_when_asked(self) -> None:
        self.sign_in(self.alice)
        response = self.client.post("/learn/one/first/complete/", {"next": "1"})
        self.assertRedirects(response, "/learn/two/last/")
        response = self.client.post("/learn/two/last/complete/", {"next": "1"})
        self.assertRedirects(response, "/learn/two/last/#done")

    def test_next_is_never_an_address_from_the_form(self) -> None:
        self.sign_in(self.alice)
        response = self.client.post("/learn/two/last/complete/", {"next": "https://evil.example/"})
        self.assertRedirects(response, "/learn/two/last/#done")

    def test_reopening_takes_ones_own_mark_away(self) -> None:
        for member in (self.bob, self.alice):
            self.sign_in(member)
            self.client.post("/learn/one/first/complete/")
        for _ in range(2):
            self.assertRedirects(self.client.post("/learn/one/first/reopen/"), "/learn/one/first/#done")
        assert not Completion.objects.of(self.alice).exists()
        assert Completion.objects.of(self.bob).exists()

    def test_what_is_coming_or_unknown_cannot_be_done(self) -> None:
        self.sign_in(self.alice)
        for place in ("one/coming", "one/nowhere", "two/first"):
            assert self.client.post(f"/learn/{place}/complete/").status_code == 404
        assert self.client.post("/learn/one/nowhere/reopen/").status_code == 404
        assert not Completion.objects.exists()

    def test_visitors_sign_in_first(self) -> None:
        for verb in ("complete", "reopen"):
            response = self.client.post(f"/learn/one/first/{verb}/")
            assert response.status_code == 302
            assert response["Location"].startswith("/sign-in/")
        assert not Completion.objects.exists()

    def test_only_by_a_form_of_this_site(self) -> None:
        self.sign_in(self.alice)
        for verb in ("complete", "reopen"):
            assert self.client.get(f"/learn/one/first/{verb}/").status_code == 405
        strict = Client(enforce_csrf_checks=True)
        strict.cookies = self.client.cookies
        assert strict.post("/learn/one/first/complete/").status_code == 403
        assert not Completion.objects.exists()

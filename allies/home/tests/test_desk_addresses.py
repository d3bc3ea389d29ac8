from __future__ import annotations

from allies.answers.models import AnswerPage
from allies.home.tests.desk import DeskTestCase, make_answer
from allies.lib.headers import POLICY
from allies.programme.models import LearnIndex, LessonPage, ModulePage


class FormerAddresses(DeskTestCase):
    def rename(self, page: AnswerPage | ModulePage | LessonPage, slug: str) -> None:
        with self.captureOnCommitCallbacks(execute=True):
            page = type(page).objects.get(pk=page.pk)
            page.slug = slug
            page.save_revision().publish()

    def leads(self, old: str, new: str | None) -> None:
        response = self.client.get(old)
        assert (response.status_code, response.get("Location")) == ((301, new) if new else (404, None)), old

    def test_an_answer(self) -> None:
        page = make_answer(self.sam, live=True)
        self.rename(page, "second")
        self.rename(page, "third")
        self.leads("/answers/a-walk-at-night/", "/answers/third/")
        self.leads("/answers/second/", "/answers/third/")
        self.leads("/answers/fourth/", None)
        page = AnswerPage.objects.get(pk=page.pk)
        page.unpublish()
        self.leads("/answers/second/", None)

    def test_an_address_that_is_taken_again_belongs_to_its_new_page(self) -> None:
        self.rename(make_answer(self.sam, live=True), "second")
        make_answer(self.sam, live=True)
        assert self.client.get("/answers/a-walk-at-night/").status_code == 200

    def test_a_module_takes_its_lessons_along(self) -> None:
        module = ModulePage(title="Talk", slug="talk", number=4, summary="Words.", body=[])
        LearnIndex.objects.get().add_child(instance=module)
        lesson = LessonPage(title="Listen", slug="listen", summary="First.", coming=True)
        module.add_child(instance=lesson)
        assert (module.code, lesson.code) == ("learn/talk", "learn/talk/listen")
        for page in (module, lesson):
            page.save_revision().publish()
        self.rename(lesson, "hear")
        self.rename(module, "talking")
        self.sign_in(self.alice)
        self.leads("/learn/talk/", "/learn/talking/")
        self.leads("/learn/talk/hear/", "/learn/talking/hear/")
        self.leads("/learn/talk/listen/", "/learn/talking/hear/")
        assert LessonPage.objects.get(pk=lesson.pk).code == "learn/talk/listen"


class Previews(DeskTestCase):
    def test_a_draft_is_shown_as_publishing_would_write_it_and_may_stand_in_the_desks_frame(self) -> None:
        page = make_answer(self.sam)
        self.sign_in(self.rhea)
        response = self.client.get(f"/cms/pages/{page.pk}/view_draft/")
        self.assertContains(response, "Wait until morning.")
        self.assertNotContains(response, "wagtail-userbar")
        assert response["X-Frame-Options"] == "SAMEORIGIN"
        assert response["Content-Security-Policy"] == POLICY.replace("frame-ancestors 'none'", "frame-ancestors 'self'")

    def test_nothing_else_may_stand_in_a_frame(self) -> None:
        make_answer(self.sam, live=True)
        response = self.client.get("/answers/a-walk-at-night/")
        assert response["X-Frame-Options"] == "DENY"
        assert "frame-ancestors 'none'" in response["Content-Security-Policy"]

    def test_the_desk_loads_from_itself_alone(self) -> None:
        self.sign_in(self.edda)
        policy = self.client.get("/cms/")["Content-Security-Policy"]
        assert "http" not in policy
        assert "*" not in policy

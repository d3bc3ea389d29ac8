from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.utils import timezone

from allies.answers.actions import follow, post_comment
from allies.answers.models import AnswerEdition, AnswerPage, AnswersIndex
from allies.home.actions import prepare_site
from allies.programme.actions import complete_lesson
from allies.programme.loading import load_programme
from allies.programme.models import LearnIndex, LessonEdition
from allies.testing import MemberTestCase

QUERIES = 9  # session, member, lessons, what is done, the last one, newest answers, what is new, what was decided


class EmptySite(MemberTestCase):
    def test_has_words_for_visitors_and_members(self) -> None:
        self.assertContains(self.client.get("/"), "You can do more than wait")
        self.sign_in(self.alice)
        self.assertContains(self.client.get("/"), "Answers will be here")

    def test_takes_nothing_but_reading(self) -> None:
        assert self.client.post("/").status_code == 405
        assert self.client.head("/").status_code == 200


class Front(MemberTestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        super().setUpTestData()
        prepare_site()
        load_programme(settings.CONTENT, LearnIndex.objects.get())
        for number in range(6):
            cls.publish(number, public=number < 3)

    @classmethod
    def publish(cls, number: int, *, public: bool) -> None:
        page = AnswerPage(
            title=f"Answer {number}", slug=f"answer-{number}", code=f"answer/{number}", summary="In short."
        )
        page.asked_by, page.asked, page.author, page.public = "HarborLight", "My son…", cls.sam, public
        page.date = timezone.now() - timedelta(days=10 - number)
        page.body = [("text", "<p>Words.</p>")]
        AnswersIndex.objects.get().add_child(instance=page)
        page.save_revision().publish()

    def test_a_visitor_sees_the_newest_open_answer_and_no_other(self) -> None:
        with self.assertNumQueries(1):
            response = self.client.get("/")
        self.assertContains(response, "Answer 2")
        for hidden in ("Answer 1", "Answer 3", "Answer 5", "70%"):
            self.assertNotContains(response, hidden)
        for address in ("/join/", "/sign-in/", "/help/now/", "/learn/", "/answers/", "/agreement/", "/safety/"):
            self.assertContains(response, f'href="{address}"')

    def test_a_member_sees_the_day(self) -> None:
        self.sign_in(self.alice)
        response = self.client.get("/")
        self.assertContains(response, "Good to see you, alice")
        self.assertContains(response, LessonEdition.objects.filter(coming=False)[0].title)
        page = response.content.decode()
        places = [page.index(f"Answer {number}") for number in (5, 4, 3, 2)]
        assert places == sorted(places)
        assert "Answer 1" not in page
        assert "New where you follow" not in page

    def test_goes_on_where_a_member_left_off(self) -> None:
        first, second = LessonEdition.objects.filter(coming=False).select_related("module")[:2]
        complete_lesson(first, by=self.alice)
        self.sign_in(self.alice)
        self.assertContains(self.client.get("/"), f'href="{second.address}"')
        self.sign_in(self.bob)
        self.assertContains(self.client.get("/"), f'href="{first.address}"')

    def test_tells_of_new_comments_where_a_member_follows(self) -> None:
        post = AnswerEdition.objects.get(slug="answer-0")
        follow(post, by=self.alice)
        post_comment(post, "A while ago I had the same.", by=self.bob)
        self.sign_in(self.alice)
        response = self.client.get("/")
        self.assertContains(response, "New where you follow")
        self.assertContains(response, "Answer 0")
        self.sign_in(self.vera)
        self.assertNotContains(self.client.get("/"), "New where you follow")

    def test_a_members_page_asks_at_most_nine_questions_of_the_database(self) -> None:
        for slug in ("answer-0", "answer-1", "answer-2", "answer-3"):
            post = AnswerEdition.objects.get(slug=slug)
            follow(post, by=self.alice)
            for _number in range(3):
                post_comment(post, "So did I.", by=self.bob)
        self.sign_in(self.alice)
        with self.assertNumQueries(QUERIES):
            self.client.get("/")

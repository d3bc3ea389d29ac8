from __future__ import annotations

from datetime import timedelta

from django.utils.timezone import now

from allies.answers import reviewing
from allies.answers.testing import make_answer, make_comment
from allies.moderation.actions import appeal, decide_appeal, pause, propose_closing
from allies.moderation.models import Appeal, Measure
from allies.moderation.tests.making import make_case
from allies.testing import MemberTestCase


class Mine(MemberTestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        super().setUpTestData()
        cls.answer = make_answer(author=cls.sam)

    def setUp(self) -> None:
        self.sign_in(self.alice)

    def page(self) -> str:
        response = self.client.get("/answers/mine/")
        assert response.status_code == 200
        return response.content.decode()

    def removed(self, text: str = "What I wrote.") -> Measure:
        case = make_case(make_comment(self.answer, self.alice, text), by=self.vera)
        return reviewing.remove(case, "It gives advice.", by=self.vera)

    def test_nothing_is_said_kindly(self) -> None:
        assert "Nothing waits, and nothing came back." in self.page()

    def test_what_waits_what_came_back_and_what_was_decided(self) -> None:
        make_comment(self.answer, self.alice, "This one waits.", held=True)
        back = make_comment(self.answer, self.alice, "This one came back.")
        reviewing.return_to_writer(make_case(back, by=self.vera), "Without the name?", by=self.vera)
        self.removed("This one is gone.")
        pause(self.alice, now() + timedelta(days=2), "To cool down.", by=self.vera)
        propose_closing(self.alice, "Only proposed.", by=self.vera)
        page = self.page()
        for words in (
            "This one waits.",
            "This one came back.",
            "Without the name?",
            f"/answers/comments/{back.pk}/edit/",
            "This one is gone.",
            "It gives advice.",
            "To cool down.",
        ):
            assert words in page
        for words in ("Only proposed.", "vera"):
            assert words not in page
        assert page.count("Without the name?") == 1

    def test_is_nobody_elses(self) -> None:
        measure = self.removed()
        self.sign_in(self.bob)
        assert "What I wrote." not in self.page()
        address = f"/answers/mine/{measure.pk}/appeal/"
        assert self.client.get(address).status_code == 404
        assert self.client.post(address, {"words": "For her."}).status_code == 404
        self.client.logout()
        for each in ("/answers/mine/", address):
            assert self.client.get(each)["Location"].startswith("/sign-in/")
        assert not Appeal.objects.exists()

    def test_asking_somebody_else_once(self) -> None:
        measure = self.removed()
        address = f"/answers/mine/{measure.pk}/appeal/"
        assert address in self.page()
        assert "It gives advice." in self.client.get(address).content.decode()
        assert self.client.post(address, {"words": " "}).status_code == 422
        response = self.client.post(address, {"words": "It was meant for me."}, follow=True)
        assert "will look again" in response.content.decode()
        assert Appeal.objects.get().words == "It was meant for me."
        assert address not in self.page()
        assert "You have asked already" in self.client.post(address, {"words": "x"}, follow=True).content.decode()

    def test_the_answer_stands_there(self) -> None:
        for decision, words in (("kept", "It stays as it was decided."), ("lifted", "and took it back.")):
            asked = appeal(self.removed(f"Words to be {decision}."), "Please.", by=self.alice)
            decide_appeal(asked, decision, f"An answer: {decision}.", by=self.edda)
            page = self.page()
            assert words in page
            assert f"An answer: {decision}." in page

    def test_a_notice_on_the_day_page_until_it_was_read(self) -> None:
        notice = "There is news about something you wrote or asked us to look at."
        assert notice not in self.client.get("/").content.decode()
        self.removed()
        assert notice in self.client.get("/").content.decode()
        self.page()
        assert notice not in self.client.get("/").content.decode()

    def test_asks_the_same_few_questions_however_much_there_is(self) -> None:
        self.removed()
        self.page()
        with self.assertNumQueries(5):
            self.page()
        for _ in range(5):
            self.removed()
            make_comment(self.answer, self.alice, held=True)
        self.page()
        with self.assertNumQueries(5):
            self.page()

    def test_only_reads(self) -> None:
        assert self.client.post("/answers/mine/").status_code == 405

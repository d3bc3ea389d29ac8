"""One's own question once it is sent: letters, sharing, closing, taking back."""

from __future__ import annotations

from django.utils.timezone import now

from allies.answers.models import Message, Note, Question
from allies.answers.testing import WORDS, make_question
from allies.audit.models import Entry
from allies.testing import MemberTestCase

MORE = "He came to dinner and asked about the coin."


class Asked(MemberTestCase):
    def setUp(self) -> None:
        self.question = make_question(self.alice, sent=True, owner=self.sam)
        self.path = self.question.address
        self.sign_in(self.alice)

    def answered(self) -> None:
        Message.objects.create(
            member=self.alice, question=self.question, by=self.sam, text="What a good sign.", sent_at=now()
        )
        Question.objects.filter(pk=self.question.pk).update(waiting_since=now(), answered_at=now())

    def test_the_thread(self) -> None:
        self.answered()
        Message.objects.create(member=self.alice, question=self.question, by=self.rhea, text="Not sent yet.")
        Note.objects.create(member=self.alice, question=self.question, by=self.sam, text="Among us.")
        page = self.client.get(self.path).content.decode()
        assert WORDS in page
        assert "What a good sign." in page
        assert "sam, Counsellor" in page
        assert "Not sent yet." not in page
        assert "Among us." not in page

    def test_writing_more_makes_it_the_teams_turn(self) -> None:
        self.answered()
        Question.objects.filter(pk=self.question.pk).update(closed_at=now())
        self.client.post(f"{self.path}keep/", {"text": "He came"})
        self.assertContains(self.client.get(self.path), "He came")
        response = self.client.post(self.path, {"text": MORE})
        assert response["Location"] == f"{self.path}?sent=1"
        question = Question.objects.get()
        assert question.waiting_since is None
        assert question.closed_at is None
        assert question.due_at is not None
        assert question.due_at > now()
        assert [each.text for each in Message.objects.of(self.alice).filter(by=self.alice)] == [MORE]
        assert not Entry.objects.filter(reason__contains="coin").exists()

    def test_nothing_written_sends_nothing(self) -> None:
        response = self.client.post(self.path, {"text": " "})
        self.assertContains(response, "Please write a few words.", status_code=422)
        assert not Message.objects.exists()

    def test_too_long_is_kept(self) -> None:
        response = self.client.post(self.path, {"text": "word " * 1500})
        assert response.status_code == 422
        assert Message.objects.get(sent_at=None).text.startswith("word word")

    def test_danger_in_a_letter_makes_the_question_urgent(self) -> None:
        response = self.client.post(self.path, {"text": "He hit me and he is coming back now."})
        assert response["Location"].endswith("#urgent-help")
        assert Question.objects.get().urgent

    def test_sharing_can_be_chosen_and_taken_back(self) -> None:
        for choice, expected in (("share", True), ("", False), ("nonsense", False)):
            assert self.client.post(f"{self.path}share/", {"sharing": choice}).status_code == 302
            assert Question.objects.get().may_share is expected

    def test_closing(self) -> None:
        self.client.post(f"{self.path}close/")
        assert Question.objects.get().closed_at
        self.assertContains(self.client.get(self.path), "This is closed.")

    def test_taking_it_back_leaves_nothing(self) -> None:
        self.answered()
        self.assertContains(self.client.get(f"{self.path}take-back/"), "This cannot be undone.")
        assert self.client.post(f"{self.path}take-back/")["Location"] == "/ask/"
        assert not Question.objects.exists()
        assert not Message.objects.exists()
        assert self.client.get(self.path).status_code == 404

    def test_nobody_else_finds_it(self) -> None:
        for stranger in (self.bob, self.vera, self.sam, self.rhea, self.edda, self.odile):
            self.sign_in(stranger)
            assert self.client.get(self.path).status_code == 404
            assert self.client.get(f"{self.path}take-back/").status_code == 404
            for act in ("", "keep/", "share/", "close/", "take-back/"):
                assert self.client.post(f"{self.path}{act}", {"text": "x"}).status_code == 404
        self.client.logout()
        assert self.client.get(self.path)["Location"].startswith("/sign-in/")
        assert Question.objects.get().closed_at is None

    def test_a_draft_has_no_page(self) -> None:
        draft = make_question(self.alice)
        assert self.client.get(draft.address).status_code == 404

    def test_wrong_methods(self) -> None:
        for act in ("keep/", "share/", "close/"):
            assert self.client.get(f"{self.path}{act}").status_code == 405

    def test_queries(self) -> None:
        for number in range(6):
            Message.objects.create(
                member=self.alice, question=self.question, by=self.sam, text=f"Letter {number}", sent_at=now()
            )
        self.client.get(self.path)
        with self.assertNumQueries(6):  # session, member, question, draft, letters, keys
            self.client.get(self.path)

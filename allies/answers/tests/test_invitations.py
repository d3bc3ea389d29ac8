"""A comment becomes a question: the team proposes it, its writer accepts or not."""

from __future__ import annotations

from allies.answers.models import Invitation, Question
from allies.answers.testing import make_answer, make_comment, make_question
from allies.testing import MemberTestCase

WORDS = "He asked me for money again and I froze."


class Invitations(MemberTestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        super().setUpTestData()
        cls.comment = make_comment(make_answer(author=cls.sam, public=True), cls.alice, WORDS)
        cls.path = f"/answers/comments/{cls.comment.pk}/invite/"

    def invited(self) -> Invitation:
        self.sign_in(self.sam)
        self.client.post(self.path)
        return Invitation.objects.get()

    def test_the_team_proposes_once(self) -> None:
        self.sign_in(self.sam)
        self.assertContains(self.client.get(self.comment.post.edition.address), self.path)
        self.assertContains(self.client.get(self.path), WORDS)
        for _again in range(2):
            assert self.client.post(self.path)["Location"].endswith(f"#c{self.comment.pk}")
        assert Invitation.objects.get().by == self.sam

    def test_nobody_else_does(self) -> None:
        for other in (self.alice, self.bob, self.vera, self.odile):
            self.sign_in(other)
            assert self.client.get(self.path).status_code == 404
            assert self.client.post(self.path).status_code == 404
        assert not Invitation.objects.exists()

    def test_accepting_makes_a_draft_after_what_was_begun(self) -> None:
        invitation = self.invited()
        make_question(self.alice, "I had begun.")
        self.sign_in(self.alice)
        self.assertContains(self.client.get("/ask/"), "answer this privately")
        self.client.post(f"/ask/invitations/{invitation.pk}/accept/")
        draft = Question.objects.get()
        assert draft.situation == f"I had begun.\n\n{WORDS}"
        assert draft.comment == self.comment
        assert draft.sent_at is None
        self.client.post(f"/ask/invitations/{invitation.pk}/accept/")
        assert Question.objects.get().situation == draft.situation
        self.assertNotContains(self.client.get("/ask/"), "answer this privately")

    def test_declining_changes_nothing(self) -> None:
        invitation = self.invited()
        self.sign_in(self.alice)
        self.client.post(f"/ask/invitations/{invitation.pk}/decline/")
        invitation.refresh_from_db()
        assert invitation.answered_at
        assert not invitation.accepted
        assert not Question.objects.exists()

    def test_it_is_its_writers_to_answer(self) -> None:
        invitation = self.invited()
        for other in (self.bob, self.sam):
            self.sign_in(other)
            for act in ("accept", "decline"):
                assert self.client.post(f"/ask/invitations/{invitation.pk}/{act}/").status_code == 404
        assert Invitation.objects.get().answered_at is None

"""What becomes of a comment when its writer changes it after others have read it."""

from __future__ import annotations

from django.utils.timezone import now

from allies.answers import reviewing
from allies.answers.models import Comment
from allies.answers.testing import make_answer, make_comment, make_everyone_known
from allies.moderation.models import Case
from allies.moderation.tests.making import make_case
from allies.testing import MemberTestCase


class Changed(MemberTestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        super().setUpTestData()
        cls.answer = make_answer(author=cls.sam)

    def setUp(self) -> None:
        self.sign_in(self.alice)

    def change(self, comment: Comment, text: str) -> Comment:
        self.client.post(f"/answers/comments/{comment.pk}/edit/", {"text": text})
        comment.refresh_from_db()
        assert comment.text == text
        return comment

    def test_one_of_a_newcomers_first_is_read_again(self) -> None:
        comment = make_comment(self.answer, self.alice, "Kind words.", held=True)
        reviewing.approve(make_case(comment, by=self.vera), by=self.vera)
        assert self.change(comment, "Words nobody has read.").held_at is not None
        assert Case.objects.open().get().why == ["newcomer"]

    def test_once_somebody_is_known_it_stays(self) -> None:
        for _ in range(3):
            comment = make_comment(self.answer, self.alice)
        assert self.change(comment, "A slip put right.").held_at is not None
        make_comment(self.answer, self.alice)
        reviewing.approve(make_case(comment, by=self.vera), by=self.vera)
        assert self.change(comment, "Another slip put right.").held_at is None

    def test_the_same_words_as_in_another_wait(self) -> None:
        make_everyone_known()
        words = "Come and see what helped us all."
        make_comment(make_answer(author=self.sam), self.alice, words, at=now())
        comment = make_comment(self.answer, self.alice, "Thank you.")
        assert self.change(comment, words).held_at is not None
        assert Case.objects.open().get().why == ["repeated"]

    def test_its_own_words_are_not_said_twice(self) -> None:
        make_everyone_known()
        words = "Come and see what helped us all."
        assert self.change(make_comment(self.answer, self.alice, words), words).held_at is None

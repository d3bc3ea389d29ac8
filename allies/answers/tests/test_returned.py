"""A comment that a moderator sent back, until it is sent again."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils.timezone import now

from allies.answers import reviewing
from allies.answers.actions import edit_comment
from allies.answers.models import Comment
from allies.answers.testing import edition, make_answer, make_comment, make_everyone_known
from allies.moderation.models import Case, Measure, Outcome
from allies.moderation.tests.making import make_case
from allies.testing import MemberTestCase


class Returned(MemberTestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        super().setUpTestData()
        cls.answer = make_answer(author=cls.sam)

    def setUp(self) -> None:
        day = now() - timedelta(days=1)
        self.comment = make_comment(self.answer, self.alice, "As I wrote it.", at=day)
        self.case = make_case(self.comment, by=self.vera)
        reviewing.return_to_writer(self.case, "Could you say it without the name?", by=self.vera)
        self.comment.refresh_from_db()
        self.edit = f"/answers/comments/{self.comment.pk}/edit/"
        self.sign_in(self.alice)

    def test_only_its_writer_sees_it_with_every_word(self) -> None:
        assert edition(self.answer).comment_count == 0
        page = self.client.get(self.answer.address).content.decode()
        assert "As I wrote it." in page
        assert "A moderator sent this back to you. Only you see it." in page
        self.sign_in(self.bob)
        assert "As I wrote it." not in self.client.get(self.answer.address).content.decode()

    def test_the_note_stands_above_the_words(self) -> None:
        page = self.client.get(self.edit).content.decode()
        assert page.index("Could you say it without the name?") < page.index("As I wrote it.")
        measure = Measure.objects.get()
        assert (measure.member, measure.kind, measure.by) == (self.alice, "returned", self.vera)
        assert Case.objects.get().outcome == Outcome.RETURNED

    def test_sent_again_it_waits_once_more(self) -> None:
        response = self.client.post(self.edit, {"text": "As I mean it."}, follow=True)
        assert "A moderator looks at it first" in response.content.decode()
        self.comment.refresh_from_db()
        assert (self.comment.text, self.comment.returned_at) == ("As I mean it.", None)
        assert self.comment.held_at is not None
        case = Case.objects.open().get()
        assert case.why == ["rephrased"]
        page = self.client.get(self.answer.address).content.decode()
        assert "Only you see this. A moderator looks at it first." in page
        assert self.client.post(self.edit, {"text": "Once more."}).status_code == 422  # the half hour is long over

    def test_then_it_is_approved(self) -> None:
        self.client.post(self.edit, {"text": "As I mean it."})
        reviewing.approve(make_case(self.comment, by=self.edda), by=self.edda)
        self.sign_in(self.bob)
        assert "As I mean it." in self.client.get(self.answer.address).content.decode()
        assert edition(self.answer).comment_count == 1

    def test_a_stranger_cannot_touch_it(self) -> None:
        for person in (self.bob, self.vera):
            self.sign_in(person)
            assert self.client.get(self.edit).status_code == 404
        with pytest.raises(PermissionError):
            edit_comment(self.comment, "Mine.", by=self.bob)

    def test_it_can_be_deleted_instead(self) -> None:
        self.client.post(self.edit, {"text": "As I mean it."})
        self.client.post(f"/answers/comments/{self.comment.pk}/delete/")
        assert Comment.objects.get().text == ""
        assert list(Case.objects.order_by("pk").values_list("outcome", flat=True)) == ["returned", "gone"]

    def test_a_live_comment_made_hurtful_waits_again(self) -> None:
        make_everyone_known()
        comment = make_comment(self.answer, self.alice, "Kind words.")
        self.client.post(f"/answers/comments/{comment.pk}/edit/", {"text": "You are an idiot."})
        comment.refresh_from_db()
        assert comment.held_at is not None
        assert edition(self.answer).comment_count == 0
        assert Case.objects.open().get(comment=comment).why == ["disrespect"]
        self.client.post(f"/answers/comments/{comment.pk}/edit/", {"text": "Kind words again."})
        comment.refresh_from_db()
        assert comment.held_at is not None  # a moderator looks all the same

    def test_changed_while_a_moderator_reads_it_is_read_anew(self) -> None:
        comment = make_comment(self.answer, self.alice, "Kind words.", held=True)
        case = make_case(comment, by=self.vera)
        self.client.post(f"/answers/comments/{comment.pk}/edit/", {"text": "Other words."})
        with pytest.raises(PermissionError):
            reviewing.approve(case, by=self.vera)

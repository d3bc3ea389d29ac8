from __future__ import annotations

import pytest

from allies.answers.actions import take_away_comment
from allies.answers.models import Comment
from allies.answers.testing import edition, make_answer, make_comment
from allies.audit.models import Entry
from allies.testing import MemberTestCase


class CommentTakenAway(MemberTestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        super().setUpTestData()
        cls.answer = make_answer(author=cls.sam)

    def setUp(self) -> None:
        self.comment = make_comment(self.answer, self.alice, "My very own words.")
        self.delete = f"/answers/comments/{self.comment.pk}/delete/"
        self.remove = f"/answers/comments/{self.comment.pk}/remove/"

    def row(self) -> Comment:
        return Comment.objects.get(pk=self.comment.pk)

    def test_deleting_asks_first_and_wipes_the_words(self) -> None:
        self.sign_in(self.alice)
        assert "My very own words." in self.client.get(self.delete).content.decode()
        assert self.row().taken_away_at is None
        self.assertRedirects(self.client.post(self.delete), f"{self.answer.address}#talk")
        row = self.row()
        assert (row.text, row.html, row.taken_away_by) == ("", "", self.alice)
        assert edition(self.answer).comment_count == 0
        entry = Entry.objects.get(verb__startswith="comment")
        assert (entry.verb, entry.by, entry.target) == ("comment-deleted", self.alice, f"answers.comment:{row.pk}")

    def test_others_cannot_delete_it(self) -> None:
        for person in (self.bob, self.sam, self.vera, self.odile):
            self.sign_in(person)
            assert self.client.get(self.delete).status_code == 404
            assert self.client.post(self.delete).status_code == 404
        assert self.row().text == "My very own words."

    def test_a_moderator_removes_with_a_reason_that_is_kept(self) -> None:
        for person in (self.vera, self.edda, self.odile):
            comment = make_comment(self.answer, self.bob)
            self.sign_in(person)
            address = f"/answers/comments/{comment.pk}/remove/"
            assert comment.text in self.client.get(address).content.decode()
            response = self.client.post(address, {"reason": "It gives advice."})
            self.assertRedirects(response, f"{self.answer.address}#talk")
            entry = Entry.objects.get(target=f"answers.comment:{comment.pk}")
            assert (entry.verb, entry.by, entry.reason) == ("comment-removed", person, "It gives advice.")
            row = Comment.objects.get(pk=comment.pk)
            assert (row.text, row.taken_away_by) == (comment.text, person)
            assert comment.text not in self.client.get(self.answer.address).content.decode()
        assert edition(self.answer).comment_count == 1

    def test_not_without_a_reason(self) -> None:
        self.sign_in(self.vera)
        for reason in ("", "  ", "\u200b", "x" * 501):
            assert self.client.post(self.remove, {"reason": reason}).status_code == 422
        assert self.client.post(self.remove).status_code == 422
        assert self.row().taken_away_at is None
        assert not Entry.objects.filter(verb__startswith="comment").exists()

    def test_members_and_writers_remove_nothing(self) -> None:
        for person in (self.alice, self.bob, self.sam, self.rhea):
            self.sign_in(person)
            assert self.client.get(self.remove).status_code == 404
            assert self.client.post(self.remove, {"reason": "x"}).status_code == 404
        with pytest.raises(PermissionError):
            take_away_comment(self.comment, by=self.bob)
        assert self.row().taken_away_at is None

    def test_a_moderator_without_the_second_step_is_asked_for_it(self) -> None:
        self.sign_in(self.vera, second_factor=False)
        assert self.client.post(self.remove, {"reason": "x"}).status_code == 302
        assert self.row().taken_away_at is None

    def test_moderators_delete_their_own_like_everybody(self) -> None:
        own = make_comment(self.answer, self.vera)
        self.sign_in(self.vera)
        assert self.client.post(f"/answers/comments/{own.pk}/remove/", {"reason": "x"}).status_code == 404
        assert self.client.post(f"/answers/comments/{own.pk}/delete/").status_code == 302

    def test_visitors_sign_in(self) -> None:
        for address in (self.delete, self.remove):
            assert self.client.post(address).status_code == 302
        assert self.row().taken_away_at is None

    def test_two_at_once_count_once(self) -> None:
        same = Comment.objects.get(pk=self.comment.pk)
        take_away_comment(self.comment, by=self.alice)
        take_away_comment(same, by=self.vera, reason="Too late.")
        assert edition(self.answer).comment_count == 0
        assert [entry.verb for entry in Entry.objects.filter(verb__startswith="comment")] == ["comment-deleted"]
        assert self.row().text == ""

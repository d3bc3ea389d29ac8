from __future__ import annotations

from datetime import timedelta

import pytest
from django.http import HttpResponse
from django.utils import timezone

from allies.answers.actions import edit_comment, take_away_comment
from allies.answers.models import Comment
from allies.answers.testing import make_answer, make_comment
from allies.testing import MemberTestCase


class CommentEdit(MemberTestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        super().setUpTestData()
        cls.answer = make_answer(author=cls.sam)

    def setUp(self) -> None:
        self.comment = make_comment(self.answer, self.alice, "As I wrote it.")
        self.address = f"/answers/comments/{self.comment.pk}/edit/"
        self.sign_in(self.alice)

    def age(self, minutes: float) -> None:
        Comment.objects.update(written_at=timezone.now() - timedelta(minutes=minutes))

    def post(self, text: str = "As I *mean* it.", **more: str) -> HttpResponse:
        return self.client.post(self.address, {"text": text, **more})

    def text(self) -> str:
        return Comment.objects.get(pk=self.comment.pk).text

    def test_changes_the_words_and_says_so(self) -> None:
        assert "As I wrote it." in self.client.get(self.address).content.decode()
        response = self.post()
        self.assertRedirects(response, f"{self.answer.address}#c{self.comment.pk}")
        page = self.client.get(self.answer.address).content.decode()
        assert "As I <em>mean</em> it." in page
        assert "edited" in page
        assert "As I wrote it." not in page

    def test_half_an_hour_long(self) -> None:
        self.age(29.9)
        assert self.post("Before the half hour is over.").status_code == 302
        self.age(30.1)
        assert "can be changed for half an hour" in self.client.get(self.address).content.decode()
        response = self.post("After it.")
        assert response.status_code == 422
        assert "After it." in response.content.decode()
        assert self.text() == "Before the half hour is over."
        with pytest.raises(PermissionError):
            edit_comment(Comment.objects.get(pk=self.comment.pk), "After it.", by=self.alice)

    def test_a_preview_changes_nothing(self) -> None:
        response = self.post(preview="1")
        assert response.status_code == 200
        assert "<em>mean</em>" in response.content.decode()
        assert self.text() == "As I wrote it."

    def test_a_refused_form_changes_nothing(self) -> None:
        for text in ("", "   ", "x" * 8001):
            assert self.post(text).status_code == 422
        assert self.client.post(self.address).status_code == 422
        self.age(31)
        assert self.client.post(self.address).status_code == 422
        assert self.text() == "As I wrote it."

    def test_a_stranger_and_even_a_moderator_find_nothing(self) -> None:
        for person in (self.bob, self.sam, self.vera, self.edda):
            self.sign_in(person)
            assert self.client.get(self.address).status_code == 404
            assert self.post().status_code == 404
        with pytest.raises(PermissionError):
            edit_comment(self.comment, "Mine now.", by=self.bob)
        assert self.text() == "As I wrote it."

    def test_visitors_sign_in(self) -> None:
        self.client.logout()
        self.assertRedirects(self.client.get(self.address), f"/sign-in/?next={self.address}")
        assert self.post().status_code == 302
        assert self.text() == "As I wrote it."

    def test_words_for_what_is_gone_meanwhile_are_given_back(self) -> None:
        self.answer.unpublish()
        response = self.post()
        assert response.status_code == 422
        self.answer.save_revision().publish()
        take_away_comment(self.comment, by=self.vera, reason="It gives advice.")
        for given in (response, self.post()):
            page = given.content.decode()
            assert "This comment is no longer there." in page
            assert "As I *mean* it.</textarea>" in page
        assert self.text() == "As I wrote it."

    def test_what_is_gone_or_under_an_answer_taken_down_is_not_found(self) -> None:
        self.answer.unpublish()
        for verb in ("edit", "delete", "remove"):
            assert self.client.get(f"/answers/comments/{self.comment.pk}/{verb}/").status_code == 404
        self.answer.save_revision().publish()
        take_away_comment(self.comment, by=self.alice)
        assert self.client.get(self.address).status_code == 404
        assert self.client.get("/answers/comments/99999/edit/").status_code == 404

from __future__ import annotations

from datetime import timedelta

from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from allies.answers.actions import take_away_comment
from allies.answers.models import Comment, Draft, Follow
from allies.answers.models.comments import LONGEST
from allies.answers.testing import edition, make_answer, make_comment, make_everyone_known
from allies.testing import MemberTestCase


class CommentCreate(MemberTestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        super().setUpTestData()
        make_everyone_known()
        cls.answer = make_answer(author=cls.sam)

    def setUp(self) -> None:
        self.sign_in(self.alice)

    def post(self, text: str = "It was so for me too.", **more: str) -> HttpResponse:
        return self.client.post(f"{self.answer.address}comment/", {"text": text, **more})

    def test_posts_and_leads_to_the_comment(self) -> None:
        response = self.post("  It was *so* for me.\r\nAnd still is. ")
        comment = Comment.objects.get()
        self.assertRedirects(response, f"{self.answer.address}#c{comment.pk}")
        assert (comment.author, comment.parent, comment.text) == (
            self.alice,
            None,
            "It was *so* for me.\nAnd still is.",
        )
        assert "<em>so</em>" in comment.html
        assert edition(self.answer).comment_count == 1
        assert Follow.objects.of(self.alice).filter(post=self.answer).exists()

    def test_a_reply_to_a_reply_stays_in_the_conversation(self) -> None:
        first = make_comment(self.answer, self.bob)
        second = make_comment(self.answer, self.sam, parent=first)
        self.post(reply=str(second.pk))
        assert Comment.objects.get(author=self.alice).parent == first

    def test_also_when_the_first_comment_was_taken_away_meanwhile(self) -> None:
        first = make_comment(self.answer, self.bob)
        make_comment(self.answer, self.sam, parent=first)
        take_away_comment(first, by=self.bob)
        page = self.client.get(f"{self.answer.address}?reply={first.pk}").content.decode()
        assert "was taken away. Your reply stays" in page
        self.post(reply=str(first.pk))
        assert Comment.objects.get(author=self.alice).parent == first

    def test_a_senseless_reply_is_not_put_before_everyone_unasked(self) -> None:
        elsewhere = make_comment(make_answer(author=self.sam), self.bob)
        for number, reply in enumerate(("x", "0", "-1", str(elsewhere.pk), "9" * 30, "9" * 5000, "٣")):
            response = self.post(f"Words {number}.", reply=reply)
            assert response.status_code == 409
            assert f"Words {number}.</textarea>" in response.content.decode()
        assert not Comment.objects.filter(author=self.alice).exists()

    def test_a_refused_form_keeps_the_words(self) -> None:
        longer = "a line\r\n" * (LONGEST // 7 + 2)
        for text, reason in (
            (longer, "longer than 8000 characters"),
            ("", "nothing to post"),
            (" \n ", "nothing to post"),
        ):
            response = self.post(text)
            assert response.status_code == 422
            page = response.content.decode()
            assert reason in page
            assert text.strip().replace("\r\n", "\n") in page.replace("\r\n", "\n")
        for unseen in ("\u200b\u200d", "\u2060 \ufeff", "\u3164", "\x00", "\u202e"):
            assert self.post(unseen).status_code == 422
        assert not Comment.objects.exists()

    def test_the_longest_fits_with_the_line_ends_of_a_browser(self) -> None:
        assert self.post("a\r\n" * (LONGEST // 2)).status_code == 302

    def test_a_heart_is_a_comment(self) -> None:
        for text in ("❤️", "🙏", "…", "да", "我也是"):
            assert self.post(text).status_code == 302

    def test_a_preview_posts_nothing_and_keeps_the_words(self) -> None:
        response = self.post("It was *so* for me.", preview="1")
        page = response.content.decode()
        assert response.status_code == 200
        assert "nothing is posted yet" in page
        assert "<em>so</em>" in page
        assert "It was *so* for me." in page
        assert not Comment.objects.exists()
        assert Draft.objects.of(self.alice).get().text == "It was *so* for me."

    def test_pressed_twice_it_is_posted_once(self) -> None:
        first, second = self.post("Thank you."), self.post("Thank you.\r\n")
        assert first["Location"] == second["Location"]
        assert edition(self.answer).comment_count == Comment.objects.count() == 1

    def test_but_the_same_words_may_be_said_again(self) -> None:
        first = make_comment(self.answer, self.alice, "Thank you.", at=timezone.now() - timedelta(seconds=61))
        self.post("Thank you.")
        self.post("Thank you.", reply=str(first.pk))
        self.client.post(f"{make_answer(author=self.sam).address}comment/", {"text": "Thank you."})
        make_comment(self.answer, self.bob, "Thank you.")
        assert Comment.objects.filter(text="Thank you.").count() == 5

    def test_only_by_a_form_of_this_site_and_under_an_answer_that_stands(self) -> None:
        assert self.client.get(f"{self.answer.address}comment/").status_code == 405
        assert self.client.post("/answers/nowhere/comment/", {"text": "x"}).status_code == 404
        strict = Client(enforce_csrf_checks=True)
        strict.cookies = self.client.cookies
        assert strict.post(f"{self.answer.address}comment/", {"text": "x"}).status_code == 403
        assert not Comment.objects.exists()

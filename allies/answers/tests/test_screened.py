"""What becomes of a comment after the button was pressed."""

from __future__ import annotations

from datetime import timedelta
from html import unescape

from django.http import HttpResponse
from django.utils.timezone import now

from allies.accounts.models import Member
from allies.answers.models import Comment, Draft
from allies.answers.testing import edition, make_answer, make_comment, make_everyone_known
from allies.moderation.models import Alert, Case, Policy
from allies.testing import MemberTestCase


class Screened(MemberTestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        super().setUpTestData()
        cls.answer = make_answer(author=cls.sam)

    def setUp(self) -> None:
        self.sign_in(self.alice)

    def post(self, text: str, **more: str) -> HttpResponse:
        return self.client.post(f"{self.answer.address}comment/", {"text": text, **more}, follow=True)

    def newest(self) -> Comment:
        return Comment.objects.order_by("-pk")[0]

    def test_a_newcomers_first_three_wait_and_the_writer_is_told(self) -> None:
        for number in range(3):
            page = self.post(f"What I have lived, part {number}.").content.decode()
            assert "A moderator reads a new member’s first comments before others do" in page
            assert self.newest().held_at is not None
        assert edition(self.answer).comment_count == 0
        assert [case.why for case in Case.objects.all()] == [["newcomer"]] * 3
        Comment.objects.update(held_at=None)
        assert "A moderator reads" not in self.post("By now I am known here.").content.decode()
        assert self.newest().held_at is None
        assert Case.objects.count() == 3

    def test_what_never_came_to_be_shown_does_not_count(self) -> None:
        for number in range(4):
            self.post(f"What I have lived, part {number}.")
        Comment.objects.update(taken_away_at=now())
        self.post("And one more.")
        assert self.newest().held_at is not None

    def test_how_many_is_for_the_operator_to_say(self) -> None:
        Policy.objects.create(newcomer_comments=1)
        make_comment(self.answer, self.alice)
        self.post("My second one.")
        assert self.newest().held_at is None

    def test_the_team_is_not_new(self) -> None:
        Policy.objects.create(on_identity="live")
        for person in (self.sam, self.vera, self.edda):
            self.sign_in(person)
            self.post("Welcome. See [this](https://example.org/).")
            self.post("Welcome. See [this](https://example.org/).", reply="x")
            assert self.newest().held_at is None

    def test_links_of_somebody_new_wait(self) -> None:
        make_everyone_known(on_identity="live")
        for number, text in enumerate(("[here](https://example.org)", "www.example.org", "see http://example.org/x")):
            self.post(f"Look {number}: {text}")
            assert Case.objects.get(comment=self.newest()).why[-1] == "link"
        self.post("As in [the lesson](/learn/safety/) on that.")
        assert self.newest().held_at is None

    def test_not_those_of_somebody_who_has_been_here(self) -> None:
        make_everyone_known(on_identity="live")
        Member.objects.filter(pk=self.alice.pk).update(joined_at=now() - timedelta(days=8))
        self.post("See www.example.org")
        assert self.newest().held_at is None

    def test_the_same_words_again_wait_wherever_they_stand(self) -> None:
        make_everyone_known()
        words = "Come and see what helped us all."
        make_comment(make_answer(author=self.sam), self.alice, words, at=now() - timedelta(days=2))
        self.post(words)
        assert Case.objects.get(comment=self.newest()).why == ["repeated"]
        assert "A moderator looks at it first" in unescape(self.post(words).content.decode())  # pressed twice
        assert Comment.objects.count() == 2

    def test_after_a_week_or_by_another_they_do_not(self) -> None:
        make_everyone_known()
        words = "Come and see what helped us all."
        make_comment(self.answer, self.alice, words, at=now() - timedelta(days=8))
        make_comment(self.answer, self.bob, words)
        self.post(words)
        self.post("Thank you.")
        self.post("Thank you.", reply=str(Comment.objects.filter(author=self.bob).get().pk))
        assert not Case.objects.exists()

    def test_what_hurts_waits(self) -> None:
        make_everyone_known()
        page = self.post("You are an idiot.").content.decode()
        assert "A moderator looks at it first" in page
        case = Case.objects.get()
        assert (case.why, case.weight, case.comment.held_at is not None) == (["disrespect"], 60, True)
        assert not Draft.objects.exists()

    def test_danger_goes_live_and_calls_somebody(self) -> None:
        make_everyone_known()
        self.post("He is not breathing and his lips are blue.")
        assert self.newest().held_at is None
        alert = Alert.objects.get()
        assert (alert.comment, alert.keys, alert.urgent) == (self.newest(), ["overdose"], True)
        self.post("He is not breathing and his lips are blue.")
        assert Alert.objects.count() == 1

    def test_a_newcomers_danger_waits_and_calls_somebody(self) -> None:
        self.post("He is not breathing and his lips are blue.")
        assert self.newest().held_at is not None
        assert Alert.objects.get().urgent

"""New words for a comment that came back, while they cannot be sent."""

from __future__ import annotations

from datetime import timedelta

from django.utils.timezone import now

from allies.answers import reviewing
from allies.answers.models import Comment, Draft
from allies.answers.testing import make_answer, make_comment, make_everyone_known
from allies.moderation.actions import pause
from allies.moderation.models import Measure
from allies.moderation.tests.making import make_case
from allies.testing import MemberTestCase

ANEW = "As I mean it now."


class ReturnedDraft(MemberTestCase):
    def setUp(self) -> None:
        make_everyone_known()
        self.answer = make_answer(author=self.sam)
        self.comment = make_comment(self.answer, self.alice, "As I wrote it.")
        reviewing.return_to_writer(make_case(self.comment, by=self.vera), "Without the name?", by=self.vera)
        self.edit = f"/answers/comments/{self.comment.pk}/edit/"
        self.sign_in(self.alice)

    def page(self) -> str:
        return self.client.get(self.edit).content.decode()

    def paused(self) -> None:
        pause(self.alice, now() + timedelta(days=2), "To rest.", by=self.vera)
        assert self.client.post(self.edit, {"text": ANEW}).status_code == 403

    def test_a_paused_member_finds_them_again(self) -> None:
        self.paused()
        assert f"{ANEW}</textarea>" in self.page()
        assert Comment.objects.get().text == "As I wrote it."
        assert ANEW not in self.client.get(self.answer.address).content.decode()

    def test_sent_when_the_pause_is_over_they_are_no_draft_any_more(self) -> None:
        self.paused()
        Measure.objects.filter(kind="paused").update(until=now())
        assert self.client.post(self.edit, {"text": ANEW}).status_code == 302
        assert Comment.objects.get().text == ANEW
        assert not Draft.objects.exists()

    def test_leave_the_draft_under_the_answer_as_it_is(self) -> None:
        self.client.post(f"{self.answer.address}draft/", {"text": "Another thought.", "reply": ""})
        self.paused()
        assert "Another thought.</textarea>" in self.client.get(self.answer.address).content.decode()
        self.client.post(f"{self.answer.address}draft/", {"text": "", "reply": ""})
        assert f"{ANEW}</textarea>" in self.page()

    def test_go_with_the_comment(self) -> None:
        self.paused()
        self.client.post(f"/answers/comments/{self.comment.pk}/delete/")
        assert not Draft.objects.exists()

    def test_only_for_what_came_back(self) -> None:
        live = make_comment(self.answer, self.alice, "Live words.")
        pause(self.alice, now() + timedelta(days=2), "To rest.", by=self.vera)
        self.client.post(f"/answers/comments/{live.pk}/edit/", {"text": ANEW})
        assert not Draft.objects.exists()

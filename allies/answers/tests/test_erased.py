"""A member who leaves while moderators are at work: no words stay, nobody's place in a conversation is lost."""

from __future__ import annotations

from datetime import timedelta

from django.utils.timezone import now

from allies.accounts.models import Member
from allies.answers import reviewing
from allies.answers.actions import take_away_all
from allies.answers.models import Comment
from allies.answers.testing import edition, make_answer, make_comment
from allies.desk.queries import held_by
from allies.moderation.actions import appeal, mute, pause, raise_alert, report, take_alert
from allies.moderation.models import Alert, Appeal, Case, Measure, Mute, Report
from allies.moderation.queries import queue, waiting_appeals
from allies.moderation.tests.making import make_case
from allies.testing import MemberTestCase


class Erased(MemberTestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        super().setUpTestData()
        cls.answer = make_answer(author=cls.sam)
        cls.first = make_comment(cls.answer, cls.alice, "It began with me.")
        cls.reply = make_comment(cls.answer, cls.bob, "And went on.", parent=cls.first)
        cls.waiting = make_comment(cls.answer, cls.alice, "Nobody read this.", held=True)
        cls.removed = make_comment(cls.answer, cls.alice, "A moderator took this.")

    def setUp(self) -> None:
        for comment in (self.first, self.waiting):
            make_case(comment, by=self.vera)
        measure = reviewing.remove(make_case(self.removed, by=self.vera), "It gives advice.", by=self.vera)
        appeal(measure, "It was my own.", by=self.alice)
        pause(self.alice, now() + timedelta(days=1), "To rest.", by=self.vera)
        report(self.reply, "unkind", "It hurt me.", by=self.alice)
        mute(self.bob, by=self.alice)
        mute(self.alice, by=self.bob)
        take_alert(raise_alert(self.first, ["suicide"], False, at=now()), by=self.vera)

    def assert_gone(self) -> None:
        assert not Member.objects.filter(pk=self.alice.pk).exists()
        assert not Comment.objects.filter(author=None).exclude(text="").exists()
        assert not Comment.objects.filter(author=None).exclude(html="").exists()
        for private in (Measure, Appeal, Report, Mute):
            assert not private.objects.exists(), private
        assert [case.comment for case in queue(now(), self.vera)] == [self.reply]
        assert held_by(self.vera, now()) == []
        assert not waiting_appeals(self.edda).exists()
        self.sign_in(self.vera)
        alert = Alert.objects.get()
        for address in (f"/desk/alerts/{alert.pk}/", "/desk/", f"/desk/queue/{Case.objects.order_by('pk')[0].pk}/"):
            assert "alice" not in self.client.get(address).content.decode()
        self.sign_in(self.bob)
        page = self.client.get(self.answer.address).content.decode()
        assert "And went on." in page
        assert "alice" not in page

    def test_as_their_own_account_does_it(self) -> None:
        take_away_all(self.alice)
        assert set(Case.objects.exclude(closed_at=None).values_list("outcome", flat=True)) == {"gone", "removed"}
        assert edition(self.answer).comment_count == 1
        self.alice.delete()
        self.assert_gone()

    def test_the_row_alone(self) -> None:
        self.alice.delete()
        self.assert_gone()

"""Many of the team at once, on a database that lets them."""

from __future__ import annotations

from datetime import timedelta

from django.test import TransactionTestCase
from django.utils.timezone import now

from allies.accounts.models import Role
from allies.answers import answering
from allies.answers.models import Message, Question
from allies.answers.testing import make_question
from allies.audit.models import Entry
from allies.moderation.tests.racing import at_once, on_postgresql
from allies.testing import make_member

pytestmark = on_postgresql


class Races(TransactionTestCase):
    def setUp(self) -> None:
        self.team = [make_member(role=Role.WRITER) for _ in range(50)]
        self.alice = make_member("alice")
        self.question = make_question(self.alice, sent=True)

    def row(self) -> Question:
        return Question.objects.select_related("member").get(pk=self.question.pk)

    def test_fifty_claim_one_question(self) -> None:
        claimed = at_once(50, lambda n: answering.claim(self.row(), by=self.team[n]))
        assert sorted(claimed) == [False] * 49 + [True]
        assert self.row().owner == self.team[claimed.index(True)]
        assert Entry.objects.filter(verb="question-claimed").count() == 1

    def test_fifty_claim_two_hundred(self) -> None:
        questions = [self.question, *(make_question(self.alice, sent=True) for _ in range(199))]

        def act(n: int) -> int:
            """Four that nobody else wants first, then four of somebody else's."""
            return sum(answering.claim(questions[(4 * n + k) % 200], by=self.team[n]) for k in range(8))

        taken = at_once(50, act)
        assert sum(taken) == 200 == Question.objects.exclude(owner=None).count()
        assert Entry.objects.filter(verb="question-claimed").count() == 200

    def test_fifty_take_over_one(self) -> None:
        past = now() - timedelta(days=1)
        former = make_member("sam", Role.WRITER)
        Question.objects.update(owner=former, claimed_at=past, due_at=past)
        taken = at_once(50, lambda n: answering.take_over(self.row(), by=self.team[n]))
        assert sorted(taken) == [False] * 49 + [True]

    def test_one_reply_where_a_button_is_pressed_ten_times(self) -> None:
        sam = self.team[0]
        answering.claim(self.question, by=sam)
        sent = at_once(10, lambda _n: answering.reply(self.row(), "We are here.", by=sam, seen="").pk)
        assert len(set(sent)) == 1
        assert Message.objects.count() == 1

    def test_answered_or_handed_over_but_not_past_each_other(self) -> None:
        sam, rhea = self.team[:2]
        answering.claim(self.question, by=sam)

        def act(n: int) -> bool:
            if n % 2:
                answering.hand_over(self.row(), rhea, by=sam)
            else:
                answering.reply(self.row(), f"Words {n}.", by=sam, seen="")
            return True

        outcomes = at_once(10, act)
        assert all(isinstance(each, bool | PermissionError | answering.Overtaken) for each in outcomes)
        assert self.row().owner == rhea
        assert Message.objects.exclude(sent_at=None).count() <= 1

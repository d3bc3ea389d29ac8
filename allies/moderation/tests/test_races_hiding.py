"""A conversation is hidden while others claim cases in it, decide them and write: nobody is undone, nobody is stuck."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from threading import Event
from typing import Any

from django.db import connection, transaction
from django.test import TransactionTestCase
from django.utils.timezone import now

from allies.accounts.models import Role
from allies.answers import reviewing
from allies.answers.models import Comment
from allies.answers.posting import Refused, send
from allies.answers.testing import edition, make_answer, make_comment, make_everyone_known
from allies.audit.models import Entry
from allies.moderation.actions import HeldByAnother, claim
from allies.moderation.models import Case, Measure, Outcome
from allies.moderation.tests.making import make_case
from allies.moderation.tests.racing import at_once, on_postgresql
from allies.testing import make_member

pytestmark = on_postgresql
HOT = "It got too hot."


def fine(outcomes: list[Any]) -> None:
    """Nobody got more than a refusal."""
    wrong = [each for each in outcomes if isinstance(each, Exception)]
    assert [each for each in wrong if not isinstance(each, (PermissionError, Refused))] == []


class HidingRaces(TransactionTestCase):
    def setUp(self) -> None:
        make_everyone_known(member_hourly=1000)
        self.vera, *self.others = [make_member(role=Role.MODERATOR) for _ in range(25)]
        self.alice, self.bob = make_member("alice"), make_member("bob")
        self.answer = make_answer(author=make_member("sam", Role.WRITER))

    def conversation(self, replies: int) -> tuple[Callable[[], list[Measure]], list[Case]]:
        """How Vera, who holds the case about its first comment, hides it; and the free cases about each reply."""
        root, people = make_comment(self.answer, self.alice), (self.bob, self.alice)
        made = [make_comment(self.answer, people[n % 2], parent=root) for n in range(replies)]
        case = make_case(root, by=self.vera)
        hide = lambda: reviewing.hide_conversation(Case.objects.get(pk=case.pk), HOT, by=self.vera)  # noqa: E731
        return hide, [make_case(comment) for comment in made]

    def test_a_claim_that_was_a_moment_quicker_holds(self) -> None:
        hide, (case,) = self.conversation(1)
        waits = Event()

        def act(n: int) -> Any:
            if n:
                assert waits.wait(timeout=10)
                return hide()
            with transaction.atomic():
                claimed = claim(Case.objects.get(pk=case.pk), by=self.others[0], at=now())
                waits.set()
                with connection.cursor() as cursor:
                    cursor.execute("SELECT pg_sleep(0.5)")  # so that hiding has to wait for the case
                return claimed

        claimed, hidden = at_once(2, act)
        assert (claimed, type(hidden)) == (True, HeldByAnother)
        assert Case.objects.open().get(pk=case.pk).claimed_by == self.others[0]

    def test_while_others_claim(self) -> None:
        for count in (1, 1, 2, 2, 4, 24):
            hide, cases = self.conversation(count)
            acts = [hide, *(lambda n=n: claim(cases[n], by=self.others[n], at=now()) for n in range(count))]  # noqa: B023
            hidden, *claimed = at_once(count + 1, lambda n: acts[n]())  # noqa: B023
            keys = [case.pk for case in cases]
            held = Case.objects.open().filter(pk__in=keys, claimed_by__in=self.others)
            if isinstance(hidden, HeldByAnother):
                assert any(claimed)
                assert held.count() == claimed.count(True)
            else:
                assert len(hidden) == 2, hidden  # Alice and Bob are told
                assert not any(claimed)
                assert Case.objects.filter(pk__in=keys, outcome=Outcome.SWEPT).count() == count

    def test_while_others_decide(self) -> None:
        hide, cases = self.conversation(24)
        for case, by in zip(cases, self.others, strict=True):
            assert claim(case, by=by, at=now() - timedelta(minutes=31))  # so that hiding need not wait for them
        decide = (reviewing.approve, reviewing.remove, reviewing.return_to_writer)

        def act(n: int) -> Any:
            case, by = Case.objects.get(pk=cases[n // 2].pk), self.others[n // 2]
            return hide() if n % 8 == 7 else decide[n % 3](case, *[HOT][: n % 3], by=by)

        fine(at_once(48, act))
        assert not Case.objects.open().exists()
        assert Case.objects.filter(outcome=Outcome.HIDDEN).count() == 1
        decided = Case.objects.exclude(outcome=Outcome.SWEPT).count()
        assert (
            Entry.objects.filter(verb__in=["comment-approved", "comment-removed", "comment-returned"]).count()
            == decided - 1
        )
        assert edition(self.answer).comment_count == Comment.objects.shown().count() == 0

    def test_while_accounts_are_to_be_closed_and_their_members_write(self) -> None:
        for number in range(4):
            hide, cases = self.conversation(12)
            for case, by in zip(cases, self.others, strict=False):
                assert claim(case, by=by, at=now() - timedelta(minutes=31))
            root = cases[0].comment.parent
            acts = (
                lambda n: reviewing.propose_closing(cases[n % 12], HOT, by=self.others[n % 12]),  # noqa: B023
                lambda n: send(edition(self.answer), f"{number}: {n}", by=self.alice, parent=root),  # noqa: B023
                lambda n: hide(),  # noqa: B023
            )
            fine(at_once(45, lambda n: acts[n % 3](n)))  # noqa: B023
            assert Comment.objects.filter(parent=root).shown().count() == 0

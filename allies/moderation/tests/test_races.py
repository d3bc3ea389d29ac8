"""Many people at once, on a database that lets them: of fifty, one gets it.

SQLite lets one write at a time and keeps a test's database in memory for its own thread, so these run on PostgreSQL.
"""

from __future__ import annotations

from collections.abc import Callable
from threading import Barrier, Thread
from typing import Any

import pytest
from django.db import connection, connections
from django.test import TransactionTestCase
from django.utils.timezone import now

from allies.accounts.models import Role
from allies.answers import reviewing
from allies.answers.models import Comment
from allies.answers.posting import send
from allies.answers.testing import edition, make_answer, make_comment, make_everyone_known
from allies.moderation.actions import claim, open_case, propose_closing, report, take_alert
from allies.moderation.models import Alert, Case, Measure, Report, Why
from allies.moderation.tests.making import make_case
from allies.testing import make_member

pytestmark = pytest.mark.skipif(
    connection.vendor != "postgresql", reason="SQLite keeps a test's database for one thread; run on PostgreSQL"
)


def at_once(count: int, act: Callable[[int], Any]) -> list[Any]:
    """What `act` gives (or raises) for each of `count` threads that start together."""
    barrier, outcomes = Barrier(count), [None] * count

    def run(number: int) -> None:
        try:
            barrier.wait(timeout=30)
            outcomes[number] = act(number)
        except Exception as error:  # the test looks at them
            outcomes[number] = error  # type: ignore[call-overload]
        finally:
            connections.close_all()

    threads = [Thread(target=run, args=(number,)) for number in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    return outcomes


class Races(TransactionTestCase):
    def setUp(self) -> None:
        self.moderators = [make_member(role=Role.MODERATOR) for _ in range(50)]
        self.alice = make_member("alice")
        self.sam = make_member("sam", Role.WRITER)
        self.answer = make_answer(author=self.sam)
        self.comment = make_comment(self.answer, self.alice, held=True)

    def test_fifty_claim_one_case(self) -> None:
        case = make_case(self.comment)
        claimed = at_once(50, lambda n: claim(Case.objects.get(pk=case.pk), by=self.moderators[n], at=now()))
        assert sorted(claimed) == [False] * 49 + [True]
        assert Case.objects.get().claimed_by == self.moderators[claimed.index(True)]

    def test_fifty_take_one_alert(self) -> None:
        Alert.objects.create(comment=self.comment, keys=["child"], raised_at=now())
        taken = at_once(50, lambda n: take_alert(Alert.objects.get(), by=self.moderators[n]))
        assert sorted(taken) == [False] * 49 + [True]

    def test_two_decide_and_one_is_right(self) -> None:
        vera = self.moderators[0]
        case = make_case(self.comment, by=vera)
        acts = (
            lambda: reviewing.approve(Case.objects.get(pk=case.pk), by=vera),
            lambda: reviewing.remove(Case.objects.get(pk=case.pk), "No.", by=vera),
        )
        outcomes = at_once(10, lambda n: acts[n % 2]())
        assert sum(isinstance(each, PermissionError) for each in outcomes) == 9
        shown = Comment.objects.shown().count()
        assert edition(self.answer).comment_count == shown
        assert Measure.objects.count() == 1 - shown

    def test_many_reports_make_one_case(self) -> None:
        outcomes = at_once(20, lambda n: report(self.comment, "unkind", "", by=self.moderators[n]).pk)
        assert len(set(outcomes)) == 1
        assert (Case.objects.count(), Report.objects.count()) == (1, 20)

    def test_reasons_that_come_at_once_are_all_kept(self) -> None:
        keys = list(Why.values)
        at_once(len(keys), lambda n: open_case(self.comment, [keys[n]], weight=n, at=now()).pk)
        assert set(Case.objects.get().why) == set(keys)

    def test_a_button_pressed_ten_times_posts_once(self) -> None:
        make_everyone_known()
        post = edition(self.answer)
        outcomes = at_once(10, lambda n: send(post, "The same words, sent once.", by=self.alice).comment)
        assert len({each.pk for each in outcomes}) == 1
        assert Comment.objects.filter(text="The same words, sent once.").count() == 1

    def test_the_same_words_everywhere_at_once_are_noticed(self) -> None:
        make_everyone_known()
        posts = [edition(make_answer(author=self.sam)) for _ in range(5)]
        at_once(5, lambda n: send(posts[n], "Come and see what helped us.", by=self.alice))
        assert Comment.objects.shown().filter(author=self.alice).count() == 1

    def test_one_proposal_to_close(self) -> None:
        at_once(10, lambda n: propose_closing(self.alice, "It sold things.", by=self.moderators[n]))
        assert Measure.objects.count() == 1

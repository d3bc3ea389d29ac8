"""Many people at once, on a database that lets them: of fifty, one gets it."""

from __future__ import annotations

from datetime import timedelta

from django.test import TransactionTestCase
from django.utils.timezone import now

from allies.accounts.models import Role
from allies.answers import reviewing
from allies.answers.models import Comment
from allies.answers.posting import send
from allies.answers.testing import edition, make_answer, make_comment, make_everyone_known
from allies.audit.models import Entry
from allies.moderation.actions import claim, note_response, open_case, propose_closing, report, take_alert, take_over
from allies.moderation.models import Alert, Case, Measure, Report, Why
from allies.moderation.tests.making import make_case
from allies.moderation.tests.racing import at_once, on_postgresql
from allies.testing import make_member

pytestmark = on_postgresql


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

    def late_alert(self) -> Alert:
        """Sam had it and did not answer."""
        began = now() - timedelta(minutes=20)
        alert: Alert = Alert.objects.create(keys=["child"], raised_at=began, owner=self.sam, owned_at=began)
        return alert

    def test_fifty_take_over_one_alert(self) -> None:
        alert = self.late_alert()
        taken = at_once(50, lambda n: take_over(Alert.objects.get(), by=self.moderators[n]))
        assert sorted(taken) == [False] * 49 + [True]
        winner = self.moderators[taken.index(True)]
        alert.refresh_from_db()
        assert (alert.owner, alert.taken_from) == (winner, self.sam)
        assert [entry.by for entry in Entry.objects.filter(verb="alert-taken-over")] == [winner]

    def test_answered_or_taken_over_but_not_both(self) -> None:
        for _round in range(5):
            key = self.late_alert().pk

            def act(n: int, key: int = key) -> bool | None:
                alert = Alert.objects.get(pk=key)
                return note_response(alert, by=self.sam) if n % 2 else take_over(alert, by=self.moderators[n])

            taken = at_once(10, act).count(True)
            alert = Alert.objects.get(pk=key)
            assert (taken, alert.owner == self.sam, alert.responded_at is None) in {(0, True, False), (1, False, True)}
            assert Entry.objects.filter(target=f"moderation.alert:{key}").count() == 1

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

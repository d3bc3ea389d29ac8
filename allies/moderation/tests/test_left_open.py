"""A report that came just as its comment was taken away is not left open where nobody sees it."""

from __future__ import annotations

from datetime import timedelta

from django.core.management import call_command
from django.utils.timezone import now

from allies.answers import reviewing
from allies.answers.models import Comment
from allies.answers.testing import make_answer, make_comment
from allies.moderation.actions import appeal, close_left_open, decide_appeal, report
from allies.moderation.models import Case, Outcome, Report
from allies.moderation.tests.making import make_case
from allies.testing import MemberTestCase


class LeftOpen(MemberTestCase):
    def setUp(self) -> None:
        self.comment = make_comment(make_answer(author=self.sam), self.alice)

    def hide_and_report(self) -> Case:
        case = make_case(self.comment, by=self.vera)
        (self.measure,) = reviewing.hide_conversation(case, "It got too hot.", by=self.vera)
        return report(self.comment, "unkind", "", by=self.bob)  # as one that had begun before

    def test_it_is_closed_after_a_minute(self) -> None:
        case = self.hide_and_report()
        assert close_left_open(now()) == 0
        assert close_left_open(now() + timedelta(minutes=2)) == 1
        case.refresh_from_db()
        assert (case.outcome, case.closed_by, case.closed_at) == (Outcome.SWEPT, self.vera, self.measure.at)
        assert Report.objects.of(self.bob).decided().exists()

    def test_it_comes_back_with_its_conversation(self) -> None:
        case = self.hide_and_report()
        close_left_open(now() + timedelta(minutes=2))
        asked = appeal(self.measure, "It was calm.", by=self.alice)
        decide_appeal(asked, "lifted", "It was.", by=self.edda)
        reviewing.restore(self.measure)
        case.refresh_from_db()
        assert case.closed_at is None

    def test_what_its_writer_took_away_is_gone(self) -> None:
        case = make_case(self.comment)
        then = now() - timedelta(minutes=2)
        Comment.objects.update(taken_away_at=then, taken_away_by=self.alice)
        call_command("run_due")
        case.refresh_from_db()
        assert (case.outcome, case.closed_at) == (Outcome.GONE, then)

    def test_what_is_there_stays_open(self) -> None:
        make_case(self.comment)
        assert close_left_open(now() + timedelta(minutes=2)) == 0

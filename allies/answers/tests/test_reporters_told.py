"""Whoever asked for a look hears that somebody has looked, however the case was closed."""

from __future__ import annotations

from django.utils.timezone import now

from allies.answers import actions, reviewing
from allies.answers.testing import make_answer, make_comment, make_everyone_known
from allies.inbox.models import Kind, Notice
from allies.moderation.actions import claim, report
from allies.moderation.models import Case, ReportReason
from allies.testing import MemberTestCase


class ReportersTests(MemberTestCase):
    def setUp(self) -> None:
        make_everyone_known()
        self.comment = make_comment(make_answer(author=self.sam), self.alice)
        self.case = report(self.comment, ReportReason.ADVICE, "", by=self.bob)

    def told(self) -> list[str]:
        rows = Notice.objects.filter(kind=Kind.REPORT_OUTCOME)
        return list(rows.values_list("member__pseudonym", flat=True))

    def held(self) -> Case:
        claim(self.case, by=self.vera, at=now())
        return self.case

    def test_nothing_before_somebody_has_looked(self) -> None:
        assert self.told() == []

    def test_it_stays(self) -> None:
        reviewing.approve(self.held(), by=self.vera)
        assert self.told() == ["bob"]

    def test_it_is_removed(self) -> None:
        reviewing.remove(self.held(), "Not here.", by=self.vera)
        assert self.told() == ["bob"]

    def test_its_conversation_is_hidden_around_it(self) -> None:
        other = make_comment(self.comment.post, self.rhea, parent=self.comment)
        report(other, ReportReason.UNKIND, "", by=self.odile)
        reviewing.hide_conversation(self.held(), "Not here.", by=self.vera)
        assert sorted(self.told()) == ["bob", "odile"]

    def test_its_writer_takes_it_away(self) -> None:
        actions.take_away_comment(self.comment, by=self.alice)
        assert self.told() == ["bob"]

    def test_a_moderator_who_reported_and_decides_hears_nothing_of_it(self) -> None:
        report(self.comment, ReportReason.OTHER, "", by=self.vera)
        reviewing.approve(self.held(), by=self.vera)
        assert self.told() == ["bob"]

    def test_reading_what_came_of_it_reads_the_notice(self) -> None:
        reviewing.approve(self.held(), by=self.vera)
        self.sign_in(self.bob)
        assert b"we left it" in self.client.get("/answers/mine/").content
        assert not Notice.objects.of(self.bob).unread().exists()

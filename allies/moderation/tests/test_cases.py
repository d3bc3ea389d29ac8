from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils.timezone import now

from allies.answers.testing import make_answer, make_comment
from allies.audit.models import Entry
from allies.moderation.actions import claim, close_case, look_again, open_case, release, report
from allies.moderation.models import Alert, Case, Outcome, Policy, Report, Why
from allies.moderation.tests.making import make_case
from allies.testing import MemberTestCase


class Cases(MemberTestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        super().setUpTestData()
        cls.answer = make_answer(author=cls.sam)
        cls.comment = make_comment(cls.answer, cls.alice)

    def test_a_second_reason_joins_the_open_case(self) -> None:
        first = make_case(self.comment, Why.NEWCOMER, weight=10)
        again = open_case(self.comment, [Why.DISRESPECT, Why.NEWCOMER], weight=60, at=now())
        assert again.pk == first.pk
        assert (again.why, again.weight) == (["newcomer", "disrespect"], 60)
        assert open_case(self.comment, [Why.LINK], weight=30, at=now()).weight == 60

    def test_the_database_keeps_one_open_case_a_comment(self) -> None:
        make_case(self.comment)
        with pytest.raises(IntegrityError), transaction.atomic():
            Case.objects.create(comment=self.comment, opened_at=now())

    def test_one_holds_it_and_nobody_else(self) -> None:
        case = make_case(self.comment)
        assert claim(case, by=self.vera, at=now())
        assert claim(case, by=self.vera, at=now())
        assert not claim(Case.objects.get(pk=case.pk), by=self.edda, at=now())
        with pytest.raises(PermissionError):
            close_case(case, Outcome.APPROVED, by=self.edda, at=now())
        assert Entry.objects.filter(verb="case-claimed").count() == 1

    def test_a_claim_runs_out(self) -> None:
        case = make_case(self.comment)
        claim(case, by=self.vera, at=now() - timedelta(minutes=31))
        assert Case.objects.free(now()).filter(pk=case.pk).exists()
        assert claim(Case.objects.get(pk=case.pk), by=self.edda, at=now())
        assert not Case.objects.free(now()).filter(pk=case.pk).exists()
        with pytest.raises(PermissionError):
            close_case(case, Outcome.APPROVED, by=self.vera, at=now())

    def test_released_it_is_anybodys(self) -> None:
        case = make_case(self.comment, by=self.vera)
        release(case, by=self.edda)
        assert not claim(Case.objects.get(pk=case.pk), by=self.edda, at=now())
        release(case, by=self.vera)
        assert claim(Case.objects.get(pk=case.pk), by=self.edda, at=now())

    def test_nobody_decides_about_their_own_words(self) -> None:
        case = make_case(make_comment(self.answer, self.vera))
        assert not claim(case, by=self.vera, at=now())
        Case.objects.filter(pk=case.pk).update(claimed_by=self.vera, claimed_at=now())
        with pytest.raises(PermissionError):
            close_case(case, Outcome.APPROVED, by=self.vera, at=now())

    def test_other_words_are_read_anew_before_deciding(self) -> None:
        case = make_case(self.comment, by=self.vera)
        look_again(self.comment)
        with pytest.raises(PermissionError):
            close_case(case, Outcome.APPROVED, by=self.vera, at=now())

    def test_a_report_opens_a_case_and_others_join_it_once_each(self) -> None:
        case = report(self.comment, "unkind", "It hurt.", by=self.bob)
        report(self.comment, "other", "Again.", by=self.bob)
        assert report(self.comment, "advice", "", by=self.sam).pk == case.pk
        assert [(each.member, each.reason) for each in case.reports.order_by("pk")] == [
            (self.bob, "unkind"),
            (self.sam, "advice"),
        ]
        assert case.why == ["reported"]
        assert Report.objects.of(self.bob).get().words == "It hurt.\n\nAgain."
        said = Entry.objects.filter(verb="comment-reported", by=self.bob).order_by("pk")
        assert [entry.reason for entry in said] == ["unkind", "other"]
        assert not Alert.objects.exists()

    def test_reported_danger_weighs_more_and_calls_whoever_is_on_duty(self) -> None:
        case = report(self.comment, "danger", "She said goodbye.", by=self.bob)
        assert case.weight == 70
        assert Alert.objects.get().keys == ["emergency"]

    def test_danger_that_is_told_later_or_in_other_words_calls_too(self) -> None:
        report(self.comment, "unkind", "It hurt.", by=self.bob)
        report(self.comment, "danger", "", by=self.bob)
        assert Report.objects.get().reason == "danger"
        assert Alert.objects.get().keys == ["emergency"]
        Alert.objects.all().delete()
        report(self.comment, "other", "She wrote to me that she will kill herself tonight.", by=self.sam)
        assert (Alert.objects.get().keys, Alert.objects.get().urgent) == (["suicide"], True)

    def test_not_where_the_policy_says_so(self) -> None:
        Policy.objects.create(alert_on_crisis=False)
        report(self.comment, "danger", "", by=self.bob)
        assert not Alert.objects.exists()

    def test_nobody_reports_themself(self) -> None:
        with pytest.raises(PermissionError):
            report(self.comment, "other", "", by=self.alice)
        assert not Report.objects.exists()

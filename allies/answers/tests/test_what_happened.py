from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.core.management import call_command
from django.utils.timezone import now

from allies.accounts.unsent import mark
from allies.answers import following_up, quoting
from allies.answers.models import FollowUp, Question
from allies.answers.tests.quoted import QuotedTestCase


class WhatHappenedTests(QuotedTestCase):
    def setUp(self) -> None:
        self.at = f"/ask/{self.question.pk}/what-happened/"
        self.sign_in(self.alice)

    def ask(self, days: float = 15) -> FollowUp:
        Question.objects.update(answered_at=now() - timedelta(days=days))
        call_command("run_due")
        row: FollowUp = FollowUp.objects.get()
        return row

    def test_she_is_asked_once_when_the_time_has_come(self) -> None:
        Question.objects.update(answered_at=now() - timedelta(days=13))
        assert following_up.ask_due(now()) == 0
        assert self.client.get(self.at).status_code == 404
        Question.objects.update(answered_at=now() - timedelta(days=15))
        assert [following_up.ask_due(now()) for _time in range(2)] == [1, 0]
        assert self.client.get(self.at).status_code == 200

    def test_two_taps_are_enough(self) -> None:
        self.ask()
        self.assertRedirects(self.client.post(self.at, {"outcome": "better"}), self.at)
        row = FollowUp.objects.get()
        assert (row.outcome, row.text, row.may_show) == ("better", "", False)
        assert following_up.counts() == {"asked": 1, "answered": 1, "better": 1}

    def test_silence_counts_as_silence(self) -> None:
        self.ask()
        assert following_up.counts() == {"asked": 1, "answered": 0, "better": 0}

    def test_nothing_chosen_keeps_the_sentence(self) -> None:
        self.ask()
        response = self.client.post(self.at, {"text": "We talk again."})
        self.assertContains(response, "We talk again.", status_code=422)
        assert FollowUp.objects.get().answered_at is None

    def test_the_sentence_of_an_ended_session_comes_back(self) -> None:
        self.ask()
        self.client.logout()
        typed = {"text": "We talk again.", "outcome": "better", "whose": mark(self.alice)}
        self.client.post(self.at, typed, headers={"referer": f"http://testserver{self.at}"})
        self.sign_in(self.alice)
        self.assertContains(self.client.get(self.at), "We talk again.")

    def test_without_an_answer_on_the_site_nothing_is_asked_about_showing(self) -> None:
        self.ask()
        self.assertNotContains(self.client.get(self.at), "may_show")
        self.client.post(self.at, {"outcome": "same", "may_show": "on"})
        assert not FollowUp.objects.get().may_show

    def test_told_anew_it_is_read_again_first(self) -> None:
        self.published()
        row = self.ask()
        told: dict[str, Any] = {"outcome": "better", "text": "We talk again.", "may_show": "on"}
        self.sign_in(self.alice)
        self.client.post(self.at, told)
        row.refresh_from_db()
        following_up.let_show(row, by=self.rhea)
        assert "We talk again." in self.html()
        self.sign_in(self.alice)
        self.client.post(self.at, told | {"text": "We do not."})
        shown = self.html()
        assert "We talk again." not in shown
        assert "We do not." not in shown

    def test_taken_back_with_the_consent(self) -> None:
        self.published()
        row = self.ask()
        following_up.tell(row, "better", "We talk again.", may_show=True, by=self.alice)
        following_up.let_show(row, by=self.rhea)
        quoting.withdraw(self.question, by=self.alice)
        assert "We talk again." not in self.html()
        assert not FollowUp.objects.get().may_show

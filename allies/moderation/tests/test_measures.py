from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils.timezone import now

from allies.accounts.models import Member
from allies.audit.models import Entry
from allies.moderation.actions import confirm_closing, lift, pause, propose_closing, withdraw_closing
from allies.moderation.models import Measure
from allies.moderation.queries import closing_of, history_of, outcomes_of, pause_of, unseen_outcomes
from allies.testing import MemberTestCase


class Measures(MemberTestCase):
    def row(self) -> Member:
        return Member.objects.get(pk=self.alice.pk)

    def test_a_pause_runs_until_its_end(self) -> None:
        until = now() + timedelta(days=3)
        measure = pause(self.alice, until, "To cool down.", by=self.vera)
        assert pause_of(self.alice, now()) == measure
        assert pause_of(self.alice, until + timedelta(seconds=1)) is None
        assert pause_of(self.bob, now()) is None
        assert Entry.objects.get(verb="posting-paused").reason == "To cool down."

    def test_of_two_pauses_the_longer_one_is_told(self) -> None:
        longer = pause(self.alice, now() + timedelta(days=7), "Once more.", by=self.edda)
        pause(self.alice, now() + timedelta(days=3), "To cool down.", by=self.vera)
        assert pause_of(self.alice, now()) == longer
        lift(longer, by=self.odile, at=now())
        assert pause_of(self.alice, now()) != longer

    def test_who_may_restrict_whom(self) -> None:
        until = now() + timedelta(days=1)
        for member, by in (
            (self.alice, self.bob),
            (self.alice, self.sam),
            (self.edda, self.vera),
            (self.vera, self.vera),
            (self.edda, self.edda),
        ):
            with pytest.raises(PermissionError):
                pause(member, until, "No.", by=by)
            with pytest.raises(PermissionError):
                propose_closing(member, "No.", by=by)
        pause(self.vera, until, "Off duty.", by=self.edda)
        assert Measure.objects.count() == 1

    def test_closing_takes_two_people(self) -> None:
        measure = propose_closing(self.alice, "It sold things.", by=self.vera)
        assert propose_closing(self.alice, "Again.", by=self.edda) == measure
        assert self.row().is_active
        for person in (self.vera, self.bob, self.sam, self.alice):
            with pytest.raises(PermissionError):
                confirm_closing(measure, by=person)
        confirm_closing(measure, by=self.edda)
        assert not self.row().is_active
        assert closing_of(self.alice) == measure
        with pytest.raises(PermissionError):
            confirm_closing(measure, by=self.odile)
        verbs = Entry.objects.filter(target=f"accounts.member:{self.alice.pk}").order_by("pk").values_list("verb", "by")
        assert list(verbs) == [("closing-proposed", self.vera.pk), ("account-closed", self.edda.pk)]

    def test_every_session_ends_at_once(self) -> None:
        browser = Client()
        browser.force_login(self.alice)
        assert browser.get("/me/").status_code == 200
        confirm_closing(propose_closing(self.alice, "It sold things.", by=self.vera), by=self.edda)
        assert browser.get("/me/").status_code == 302

    def test_a_proposal_is_nothing_the_member_hears_of(self) -> None:
        measure = propose_closing(self.alice, "It sold things.", by=self.vera)
        assert outcomes_of(self.alice) == []
        assert unseen_outcomes(self.alice) == 0
        assert closing_of(self.alice) is None
        assert list(history_of(self.alice)) == [measure]

    def test_a_proposal_is_taken_back(self) -> None:
        measure = propose_closing(self.alice, "It sold things.", by=self.vera)
        with pytest.raises(PermissionError):
            withdraw_closing(measure, by=self.bob)
        withdraw_closing(measure, by=self.edda)
        with pytest.raises(PermissionError):
            confirm_closing(measure, by=self.odile)
        assert self.row().is_active

    def test_lifted_the_account_is_open_again(self) -> None:
        measure = propose_closing(self.alice, "It sold things.", by=self.vera)
        confirm_closing(measure, by=self.edda)
        lift(measure, by=self.odile, at=now())
        assert self.row().is_active
        assert Entry.objects.filter(verb="account-opened", by=self.odile).exists()

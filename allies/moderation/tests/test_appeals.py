from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils.timezone import now

from allies.moderation.actions import appeal, claim_appeal, confirm_closing, decide_appeal, mark_seen, propose_closing
from allies.moderation.models import Appeal, Measure
from allies.moderation.queries import outcomes_of, pause_of, unseen_outcomes, waiting_appeals
from allies.moderation.tests.making import make_measure
from allies.testing import MemberTestCase


class Appeals(MemberTestCase):
    def setUp(self) -> None:
        self.measure = make_measure(self.alice, self.vera, until=now() + timedelta(days=3))

    def ask(self) -> Appeal:
        return appeal(self.measure, "I meant it kindly.", by=self.alice)

    def test_only_about_oneself_and_once(self) -> None:
        with pytest.raises(PermissionError):
            appeal(self.measure, "For her.", by=self.bob)
        first = self.ask()
        assert appeal(self.measure, "Once more.", by=self.alice) == first
        assert Appeal.objects.get().words == "I meant it kindly."

    def test_not_about_what_one_person_only_proposed(self) -> None:
        with pytest.raises(PermissionError):
            appeal(propose_closing(self.alice, "No.", by=self.vera), "But.", by=self.alice)

    def test_somebody_else_decides(self) -> None:
        asked = self.ask()
        assert [list(waiting_appeals(person)) for person in (self.vera, self.edda)] == [[], [asked]]
        for person in (self.vera, self.alice, self.bob, self.sam):
            with pytest.raises(PermissionError):
                claim_appeal(asked, by=person, at=now())
            with pytest.raises(PermissionError):
                decide_appeal(asked, "kept", "No.", by=person)
        decide_appeal(asked, "kept", "It stays.", by=self.edda)
        assert (asked.decision, asked.decided_by) == ("kept", self.edda)
        assert pause_of(self.alice, now()) == self.measure
        assert not waiting_appeals(self.odile).exists()

    def test_nor_whoever_confirmed_it(self) -> None:
        closing = propose_closing(self.alice, "No.", by=self.vera)
        confirm_closing(closing, by=self.edda)
        asked = appeal(closing, "But.", by=self.alice)
        assert not waiting_appeals(self.edda).exists()
        with pytest.raises(PermissionError):
            decide_appeal(asked, "kept", "No.", by=self.edda)
        decide_appeal(asked, "lifted", "It was a mistake.", by=self.odile)
        self.alice.refresh_from_db()
        assert self.alice.is_active

    def test_one_holds_it_and_it_is_decided_once(self) -> None:
        asked = self.ask()
        assert claim_appeal(asked, by=self.edda, at=now())
        assert not claim_appeal(Appeal.objects.get(), by=self.odile, at=now())
        with pytest.raises(PermissionError):
            decide_appeal(Appeal.objects.get(), "kept", "No.", by=self.odile)
        decide_appeal(asked, "lifted", "You are right.", by=self.edda)
        with pytest.raises(PermissionError):
            decide_appeal(asked, "kept", "After all.", by=self.edda)
        assert pause_of(self.alice, now()) is None
        assert Measure.objects.get().lifted_by == self.edda

    def test_what_is_new_is_counted_until_it_was_read(self) -> None:
        assert unseen_outcomes(self.alice) == 1
        mark_seen(outcomes_of(self.alice), at=now())
        assert unseen_outcomes(self.alice) == 0
        asked = self.ask()
        assert unseen_outcomes(self.alice) == 0
        decide_appeal(asked, "kept", "It stays.", by=self.edda)
        with self.assertNumQueries(1):
            assert unseen_outcomes(self.alice) == 1
        mark_seen(outcomes_of(self.alice), at=now())
        assert unseen_outcomes(self.alice) == 0
        assert unseen_outcomes(self.bob) == 0

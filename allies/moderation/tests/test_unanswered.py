from __future__ import annotations

from datetime import timedelta

from django.core import mail
from django.test import override_settings
from django.utils.timezone import now

from allies.accounts.models import Member
from allies.audit.models import Entry
from allies.moderation.actions import escalate_due, note_response, take_over
from allies.moderation.mailing import send_due
from allies.moderation.models import Alert
from allies.testing import MemberTestCase


class Unanswered(MemberTestCase):
    """An alert that Vera took and has not answered."""

    def setUp(self) -> None:
        self.alert = Alert.objects.create(keys=["overdose"], urgent=True, raised_at=now() - timedelta(hours=1))
        self.have(self.vera, minutes=16)

    def have(self, owner: Member, minutes: int) -> None:
        since = now() - timedelta(minutes=minutes)
        Alert.objects.update(owner=owner, owned_at=since, mailed_at=since)
        self.alert.refresh_from_db()

    def test_in_time_it_is_hers(self) -> None:
        self.have(self.vera, minutes=14)
        assert escalate_due(now()) == []
        assert not take_over(self.alert, by=self.edda)

    @override_settings(EMAIL_HOST="mail.example.org")
    def test_everybody_hears_of_it_once(self) -> None:
        for member in (self.vera, self.edda):
            member.use_email(f"{member.pseudonym}@example.org")
        assert escalate_due(now()) == [self.alert]
        assert escalate_due(now()) == []
        assert (send_due(now()), send_due(now())) == (2, 0)
        assert sorted(each for letter in mail.outbox for each in letter.recipients()) == [
            "edda@example.org",
            "vera@example.org",
        ]
        assert "overdose" not in mail.outbox[0].message().as_string()
        entry = Entry.objects.get(verb="alert-escalated")
        assert (entry.by, entry.reason) == (None, "Nobody answered it in 15 minutes.")

    def test_an_owner_who_is_silent_after_everybody_was_called_calls_them_again(self) -> None:
        Alert.objects.update(escalated_at=now() - timedelta(minutes=40), escalation_mailed_at=now())
        assert escalate_due(now()) == [self.alert]
        assert Alert.objects.get().escalation_mailed_at is None

    def test_answered_it_stays_hers(self) -> None:
        note_response(self.alert, by=self.vera)
        assert escalate_due(now()) == []
        assert not take_over(self.alert, by=self.edda)
        assert Alert.objects.get().owner == self.vera

    def test_another_takes_it_over_and_has_her_own_time(self) -> None:
        seen = Alert.objects.get()
        assert not take_over(self.alert, by=self.vera)
        assert take_over(self.alert, by=self.edda)
        assert not take_over(seen, by=self.odile)
        assert not take_over(Alert.objects.get(), by=self.odile)
        alert = Alert.objects.get()
        assert (alert.owner, alert.taken_from) == (self.edda, self.vera)
        entry = Entry.objects.get(verb="alert-taken-over")
        assert entry.by == self.edda
        assert f"From accounts.member:{self.vera.pk} to accounts.member:{self.edda.pk}." in entry.reason
        assert escalate_due(now()) == []

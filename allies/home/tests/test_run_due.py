from __future__ import annotations

from datetime import timedelta

from django.core import mail
from django.core.management import call_command
from django.test import override_settings
from django.utils.timezone import now

from allies.inbox.tests.making import told, wants_letters
from allies.moderation.models import Alert
from allies.testing import MemberTestCase


@override_settings(EMAIL_HOST="mail.example.org")
class RunDueTests(MemberTestCase):
    def setUp(self) -> None:
        self.edda.use_email("edda@example.org")
        self.vera.use_email("vera@example.org")

    def raised(self, minutes: int) -> Alert:
        return Alert.objects.create(keys=["suicide"], raised_at=now() - timedelta(minutes=minutes))

    def test_what_could_not_be_sent_at_once_is_sent(self) -> None:
        self.raised(1)
        call_command("run_due")
        assert [letter.to for letter in mail.outbox] == [["edda@example.org"]]

    def test_what_nobody_took_in_time_goes_to_everybody_once(self) -> None:
        alert = self.raised(20)
        Alert.objects.update(mailed_at=now())
        for _time in range(2):
            call_command("run_due")
        assert sorted(letter.to[0] for letter in mail.outbox) == ["edda@example.org", "vera@example.org"]
        alert.refresh_from_db()
        assert alert.escalated_at
        assert alert.escalation_mailed_at

    def test_letters_to_members_are_sent(self) -> None:
        wants_letters(self.alice)
        told(self.alice)
        for _time in range(2):
            call_command("run_due")
        assert [letter.to for letter in mail.outbox] == [["alice@example.org"]]

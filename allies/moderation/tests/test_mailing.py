from __future__ import annotations

from datetime import timedelta

from django.core import mail
from django.test import override_settings
from django.utils.timezone import now

from allies.accounts.models import Member
from allies.moderation.mailing import send_due
from allies.moderation.models import Alert, Shift
from allies.testing import MemberTestCase

A_WAY_OUT = override_settings(EMAIL_HOST="mail.example.org", DEFAULT_FROM_EMAIL="Notes <notes@example.org>")


@A_WAY_OUT
class MailingTests(MemberTestCase):
    def setUp(self) -> None:
        for member in (self.alice, self.vera, self.edda, self.sam):
            member.use_email(f"{member.pseudonym}@example.org")
        self.now = now()
        self.alert = Alert.objects.create(keys=["overdose"], urgent=True, raised_at=self.now)

    def put_on_duty(self, member: Member) -> None:
        hour = timedelta(hours=1)
        Shift.objects.create(member=member, starts_at=self.now - hour, ends_at=self.now + hour)

    def written_to(self) -> list[str]:
        return sorted(address for letter in mail.outbox for address in letter.recipients())

    def test_whoever_is_on_duty_is_written_to_once(self) -> None:
        self.put_on_duty(self.vera)
        assert send_due(self.now) == 1
        assert send_due(self.now) == 0
        assert self.written_to() == ["vera@example.org"]
        self.alert.refresh_from_db()
        assert self.alert.mailed_at == self.now

    def test_a_letter_reveals_nothing(self) -> None:
        self.put_on_duty(self.vera)
        send_due(self.now)
        whole = mail.outbox[0].message().as_string().lower()
        for telling in ("allies", "overdose", "alert", "urgent", "crisis", "http", "vera,"):
            assert telling not in whole, telling
        assert "auto-submitted: auto-generated" in whole

    def test_nobody_on_duty_calls_editors_and_operators(self) -> None:
        send_due(self.now)
        assert self.written_to() == ["edda@example.org"]  # Odile gave no address

    def test_somebody_on_duty_without_an_address_calls_them_too(self) -> None:
        self.put_on_duty(self.odile)
        send_due(self.now)
        assert self.written_to() == ["edda@example.org"]

    def test_somebody_who_moderates_no_longer_is_not_called(self) -> None:
        self.put_on_duty(self.vera)
        self.vera.give_role("member", by=None)
        send_due(self.now)
        assert self.written_to() == ["edda@example.org"]

    def test_an_alert_that_waits_too_long_goes_to_everybody_once(self) -> None:
        self.put_on_duty(self.vera)
        send_due(self.now)
        Alert.objects.update(escalated_at=self.now)
        mail.outbox.clear()
        assert send_due(self.now) == 2
        assert send_due(self.now) == 0
        assert self.written_to() == ["edda@example.org", "vera@example.org"]

    def test_what_somebody_has_taken_is_not_mailed(self) -> None:
        Alert.objects.update(owner=self.vera, escalated_at=self.now)
        assert send_due(self.now) == 0

    @override_settings(EMAIL_HOST="")
    def test_without_a_mail_server_it_stays_to_do(self) -> None:
        assert send_due(self.now) == 0
        assert Alert.objects.filter(mailed_at=None).count() == 1

    @override_settings(
        EMAIL_BACKEND="django.core.mail.backends.smtp.EmailBackend", EMAIL_HOST="127.0.0.1", EMAIL_PORT=9
    )
    def test_a_server_that_does_not_answer_leaves_it_to_do(self) -> None:
        with self.assertLogs("allies.lib.mail", "WARNING") as logs:
            assert send_due(self.now) == 0
        assert "example.org" not in "".join(logs.output)
        assert Alert.objects.filter(mailed_at=None).count() == 1

"""An alert that nobody on duty may see calls somebody who may."""

from __future__ import annotations

from datetime import timedelta

from django.core import mail
from django.test import override_settings
from django.utils.timezone import now

from allies.accounts import apart
from allies.answers.testing import make_answer, make_comment
from allies.moderation.mailing import send_due
from allies.moderation.models import Alert, Shift
from allies.testing import MemberTestCase


@override_settings(EMAIL_HOST="mail.example.org", DEFAULT_FROM_EMAIL="Notes <notes@example.org>")
class AlertsAboutSomebodyKeptApart(MemberTestCase):
    def setUp(self) -> None:
        for member in (self.vera, self.edda):
            member.use_email(f"{member.pseudonym}@example.org")
        hour, self.now = timedelta(hours=1), now()
        Shift.objects.create(member=self.vera, starts_at=self.now - hour, ends_at=self.now + hour)
        comment = make_comment(make_answer(author=self.sam), self.alice)
        self.alert = Alert.objects.create(keys=["overdose"], urgent=True, raised_at=self.now, comment=comment)
        mail.outbox.clear()

    def written_to(self) -> list[str]:
        send_due(self.now)
        return sorted(address.partition("@")[0] for letter in mail.outbox for address in letter.recipients())

    def test_editors_and_operators_are_called_too(self) -> None:
        apart.avoid("vera", "", by=self.alice)
        assert self.written_to() == ["edda", "vera"]

    def test_but_not_whoever_is_kept_apart_as_well(self) -> None:
        for name in ("vera", "edda"):
            apart.avoid(name, "", by=self.alice)
        assert self.written_to() == ["vera"]

    def test_nobody_more_when_those_on_duty_may_see_it(self) -> None:
        assert self.written_to() == ["vera"]

    def test_ones_own_words_are_for_somebody_else_too(self) -> None:
        self.alert.comment.author = self.vera
        self.alert.comment.save()
        assert self.written_to() == ["edda", "vera"]

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core import mail
from django.test import override_settings
from django.utils.timezone import now

from allies.accounts.models import Member
from allies.answers.actions import take_away_comment
from allies.answers.testing import make_answer, make_comment
from allies.audit.models import Entry
from allies.moderation.actions import close_alert, escalate_due, note_response, raise_alert, take_alert
from allies.moderation.models import Alert, Policy
from allies.moderation.queries import open_alerts
from allies.testing import MemberTestCase


class Alerts(MemberTestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        super().setUpTestData()
        cls.comment = make_comment(make_answer(author=cls.sam), cls.alice, "He is not breathing.")

    def raised(self, minutes: int = 0) -> Alert:
        return raise_alert(self.comment, ["overdose"], True, at=now() - timedelta(minutes=minutes))

    def test_one_open_alert_a_comment_takes_in_what_is_new(self) -> None:
        first = raise_alert(self.comment, ["child"], False, at=now())
        again = raise_alert(self.comment, ["overdose", "child"], True, at=now())
        assert again.pk == first.pk
        assert (again.keys, again.urgent) == (["child", "overdose"], True)

    def test_holds_nothing_that_was_written(self) -> None:
        alert = self.raised()
        kept = [str(getattr(alert, field.attname)) for field in Alert._meta.concrete_fields]
        assert "breathing" not in " ".join(kept)

    @override_settings(EMAIL_HOST="mail.example.org")
    def test_whoever_can_be_called_is_called_once_it_is_kept(self) -> None:
        self.edda.use_email("edda@example.org")
        with self.captureOnCommitCallbacks(execute=True):
            self.raised()
            assert mail.outbox == []
        assert len(mail.outbox) == 1
        assert "breathing" not in mail.outbox[0].message().as_string()

    def test_one_takes_it(self) -> None:
        alert = self.raised()
        assert take_alert(alert, by=self.vera)
        assert take_alert(alert, by=self.vera)
        assert not take_alert(Alert.objects.get(), by=self.edda)
        assert Alert.objects.get().owner == self.vera

    def test_whoever_leaves_the_team_leaves_it_to_others(self) -> None:
        take_alert(self.raised(), by=self.vera)
        escalate_due(now())
        assert Alert.objects.get().owner == self.vera
        self.vera.give_role("member", by=None)
        Alert.objects.update(mailed_at=now())
        escalate_due(now())
        alert = Alert.objects.get()
        assert (alert.owner, alert.mailed_at) == (None, None)
        assert take_alert(alert, by=self.edda)
        Member.objects.filter(pk=self.edda.pk).update(is_active=False)
        escalate_due(now())
        assert Alert.objects.get().owner is None

    def test_the_first_answer_counts(self) -> None:
        alert = self.raised()
        note_response(alert, by=self.edda)
        assert Alert.objects.get().responded_at is None
        take_alert(alert, by=self.vera)
        note_response(alert, by=self.vera)
        first = Alert.objects.get().responded_at
        note_response(alert, by=self.vera)
        assert Alert.objects.get().responded_at == first is not None

    def test_closed_with_a_note_by_whoever_took_it(self) -> None:
        alert = self.raised()
        take_alert(alert, by=self.vera)
        with pytest.raises(PermissionError):
            close_alert(alert, "Done.", by=self.edda)
        close_alert(alert, "She is with her sister.", by=self.vera)
        assert (alert.note, alert.closed_by) == ("She is with her sister.", self.vera)
        assert not open_alerts(self.vera).exists()
        with pytest.raises(PermissionError):
            close_alert(alert, "Twice.", by=self.vera)
        verbs = list(Entry.objects.filter(verb__startswith="alert").order_by("pk").values_list("verb", "reason"))
        assert verbs == [("alert-taken", "Took it to answer."), ("alert-closed", "Closed, with a note.")]

    def test_what_nobody_takes_in_time_is_marked_once(self) -> None:
        alert = self.raised(minutes=16)
        assert escalate_due(now()) == [alert]
        assert escalate_due(now()) == []

    def test_in_time_or_taken_it_is_not(self) -> None:
        alert = self.raised(minutes=14)
        assert escalate_due(now()) == []
        Policy.objects.create(escalate_after=10)
        take_alert(alert, by=self.vera)
        assert escalate_due(now()) == []

    def test_minutes_stand_before_worries(self) -> None:
        other = make_comment(self.comment.post, self.bob)
        worry = raise_alert(other, ["child"], False, at=now() - timedelta(hours=2))
        minutes = self.raised()
        assert list(open_alerts(self.vera)) == [minutes, worry]

    def test_stays_when_the_comment_is_taken_away(self) -> None:
        self.raised()
        take_away_comment(self.comment, by=self.alice)
        assert open_alerts(self.vera).count() == 1

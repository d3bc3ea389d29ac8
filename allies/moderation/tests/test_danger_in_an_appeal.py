from __future__ import annotations

from allies.moderation.actions import appeal
from allies.moderation.models import Alert, Policy
from allies.moderation.queries import open_alerts
from allies.moderation.tests.making import make_measure
from allies.testing import MemberTestCase

DANGER = "I want to end my life tonight."


class DangerInAnAppeal(MemberTestCase):
    def asked(self, words: str) -> None:
        appeal(make_measure(self.alice, self.vera), words, by=self.alice)

    def test_calls_whoever_is_on_duty(self) -> None:
        self.asked(DANGER)
        alert = Alert.objects.get()
        assert (alert.keys, alert.comment) == (["suicide"], None)
        assert alert.appeal is not None
        assert alert.appeal.words == DANGER
        assert list(open_alerts(self.vera)) == [alert]
        assert not open_alerts(self.alice).exists()

    def test_two_appeals_are_two_alerts(self) -> None:
        self.asked(DANGER)
        self.asked(DANGER)
        assert Alert.objects.count() == 2

    def test_other_words_call_nobody(self) -> None:
        self.asked("I meant it kindly.")
        assert not Alert.objects.exists()

    def test_not_where_the_site_calls_nobody(self) -> None:
        Policy.objects.create(alert_on_crisis=False)
        self.asked(DANGER)
        assert not Alert.objects.exists()

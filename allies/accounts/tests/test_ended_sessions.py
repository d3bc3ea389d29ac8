from __future__ import annotations

from datetime import timedelta

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.utils import timezone

from allies.accounts.actions import forget_ended_sessions
from allies.testing import PASSPHRASE, MemberTestCase


class EndedSessionsTests(MemberTestCase):
    def setUp(self) -> None:
        self.client.post("/sign-in/", {"login": "alice", "password": PASSPHRASE})
        self.key = self.client.session.session_key

    def age(self) -> None:
        Session.objects.filter(session_key=self.key).update(expire_date=timezone.now() - timedelta(seconds=1))

    def test_one_that_runs_stays(self) -> None:
        assert UserSession.objects.filter(session_key=self.key).count() == 1
        assert forget_ended_sessions(timezone.now()) == 0
        assert self.client.get("/me/").status_code == 200
        assert UserSession.objects.filter(session_key=self.key).count() == 1

    def test_one_that_has_run_out_leaves_nothing(self) -> None:
        self.age()
        assert forget_ended_sessions(timezone.now()) == 1
        assert not Session.objects.filter(session_key=self.key).exists()
        assert not UserSession.objects.filter(session_key=self.key).exists()

    def test_the_minute_command_sees_to_it(self) -> None:
        self.age()
        call_command("run_due")
        assert not Session.objects.filter(session_key=self.key).exists()

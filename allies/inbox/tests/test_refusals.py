"""A mail server that says no, says later, or hangs up."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

import pytest
from django.core.management import call_command
from django.test import override_settings
from django.utils.timezone import now

from allies.inbox.delivery import ATTEMPTS, PAUSES, is_hard, send_letters
from allies.inbox.models import ContactProfile, Kind, Notice, Stopped
from allies.inbox.tests.making import letters, told, wants_letters
from allies.inbox.tests.smtp import Server, hang_up, mail_server
from allies.testing import MemberTestCase


@pytest.mark.parametrize(
    ("code", "said", "hard"),
    [
        (550, b"5.1.1 no such user", True),
        (553, b"mailbox name not allowed", True),
        (450, b"4.2.1 greylisted", False),
        (550, b"5.7.1 relaying denied", False),  # a word about this site, not about the member's address
        (530, b"authentication required", False),
    ],
)
def test_what_stops_mail(code: int, said: bytes, hard: bool) -> None:
    assert is_hard(code, said) == hard


class RefusalTests(MemberTestCase):
    def setUp(self) -> None:
        logging.getLogger("allies.inbox.delivery").setLevel(logging.CRITICAL)
        self.addCleanup(logging.getLogger("allies.inbox.delivery").setLevel, logging.NOTSET)
        self.profile = wants_letters(self.alice)
        told(self.alice)

    def refused(self, server: Server, said: str, at: datetime) -> int:
        server.answers = {"alice@example.org": said}
        return send_letters(at)

    def test_no_such_address_stops_mail_and_says_so(self) -> None:
        wants_letters(self.bob)
        told(self.bob)
        with mail_server() as server:
            assert self.refused(server, "550 5.1.1 no such user", now()) == 1  # Bob's, over the same connection
        self.profile.refresh_from_db()
        assert self.profile.stopped_for == Stopped.REFUSED
        assert Notice.objects.of(self.alice).filter(kind=Kind.MAIL_STOPPED).count() == 1
        told(self.alice, "comment:2")
        assert [bool(letter.let_go_at) for letter in letters(self.alice)] == [True]
        assert [address for address, _letter in server.took] == ["bob@example.org"]

    def test_later_is_tried_again_with_growing_pauses_and_then_let_go(self) -> None:
        at = now()
        with mail_server() as server:
            for pause in PAUSES:
                assert self.refused(server, "450 4.2.1 later", at) == 0
                assert letters(self.alice)[0].due_at == at + pause
                at += pause
            assert self.refused(server, "450 4.2.1 later", at) == 0
            letter = letters(self.alice)[0]
            assert (letter.attempts, letter.let_go_at) == (ATTEMPTS, at)
            server.answers = {}
            assert send_letters(at + timedelta(days=9)) == 0
        self.profile.refresh_from_db()
        assert self.profile.stopped_at is None

    def test_a_server_that_hangs_up_is_asked_again_later(self) -> None:
        wants_letters(self.bob)
        told(self.bob)
        at = now()
        with mail_server() as server:
            server.at_data = hang_up
            assert send_letters(at) == 0
            assert [letter.attempts for letter in letters(self.alice) + letters(self.bob)] == [1, 1]
            server.at_data = None
            assert send_letters(at + timedelta(hours=1)) == 2
        assert len({letter["Message-ID"] for _address, letter in server.took}) == 2

    def test_a_refusal_of_what_is_said_is_tried_again(self) -> None:
        with mail_server() as server:
            server.at_data = lambda _server: "554 5.6.0 not today"
            assert send_letters(now()) == 0
        assert ContactProfile.objects.reached().of(self.alice).exists()
        assert letters(self.alice)[0].let_go_at is None

    @override_settings(
        EMAIL_BACKEND="django.core.mail.backends.smtp.EmailBackend", EMAIL_HOST="127.0.0.1", EMAIL_PORT=9
    )
    def test_a_server_that_is_away_costs_no_attempt(self) -> None:
        assert send_letters(now()) == 0
        assert letters(self.alice)[0].attempts == 0

    def test_an_operator_tells_of_what_came_back(self) -> None:
        call_command("bounced", "ALICE@example.org")
        self.profile.refresh_from_db()
        assert self.profile.stopped_for == Stopped.RETURNED
        assert Notice.objects.of(self.alice).filter(kind=Kind.MAIL_STOPPED).exists()

"""Whoever dies while sending loses nothing, and sends the one letter that was in hand twice at most."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from unittest import mock

import pytest
from django.utils.timezone import now

from allies.inbox import delivery
from allies.inbox.actions import tell_each
from allies.inbox.delivery import LEASE, send_letters
from allies.inbox.models import Kind, Letter
from allies.inbox.tests.making import told, wants_letters
from allies.inbox.tests.smtp import Server, mail_server
from allies.moderation.tests.racing import at_once, on_postgresql
from allies.testing import MemberTestCase, make_member


class Killed(BaseException):
    """As a signal is: nothing in the code under test catches it."""


def copies(server: Server) -> Counter[str]:
    return Counter(str(letter["Message-ID"]) for _address, letter in server.took)


class CrashTests(MemberTestCase):
    def setUp(self) -> None:
        for member in (self.alice, self.bob, self.vera):
            wants_letters(member)
            told(member)

    def die_at(self, step: str, at: int = 0) -> None:
        """Send until `step` was called `at` times, then be killed."""
        real, calls = getattr(delivery, step), Counter[str]()

        def dies(*given: object, **more: object) -> object:
            if calls[step] == at:
                raise Killed
            calls[step] += 1
            return real(*given, **more)

        with mock.patch.object(delivery, step, dies), pytest.raises(Killed):
            send_letters(now())

    def after(self, server: Server) -> Counter[str]:
        """All that arrived, once the leases have run out."""
        send_letters(now())
        send_letters(now() + LEASE + timedelta(seconds=1))
        assert not Letter.objects.waiting().exists()
        return copies(server)

    def test_between_the_server_and_the_row_one_comes_twice(self) -> None:
        for at in range(3):
            Letter.objects.update(sent_at=None, leased_until=None, attempts=0)
            with mail_server() as server:
                self.die_at("_done", at)
                found = self.after(server)
            assert sorted(found.values()) == [1, 1, 2]  # under one Message-ID: a mail programme can tell

    def test_before_the_server_has_it_none_comes_twice(self) -> None:
        for step in ("written", "_is_wanted"):
            Letter.objects.update(sent_at=None, leased_until=None, attempts=0)
            with mail_server() as server:
                self.die_at(step, 1)
                found = self.after(server)
            assert sorted(found.values()) == [1, 1, 1]

    def test_what_is_in_somebody_elses_hands_is_left_to_them(self) -> None:
        Letter.objects.of(self.alice).update(leased_until=now() + timedelta(minutes=3))
        with mail_server() as server:
            assert send_letters(now()) == 2
        assert len(server.took) == 2

    def test_a_letter_that_kills_every_time_is_let_go(self) -> None:
        Letter.objects.of(self.alice).update(attempts=delivery.ATTEMPTS)
        with mail_server() as server:
            assert send_letters(now()) == 2
        assert len(server.took) == 2
        assert not Letter.objects.waiting().exists()


@on_postgresql
@pytest.mark.django_db(transaction=True)
def test_two_at_once_send_each_letter_once() -> None:
    members = [make_member() for _number in range(30)]
    for member in members:
        wants_letters(member)
    tell_each([member.pk for member in members], Kind.COMMENT, "/answers/", key="comment:1")
    with mail_server() as server:
        assert sum(at_once(4, lambda _number: send_letters(now()))) == 30
    assert sorted(copies(server).values()) == [1] * 30

"""Stopping mail from the mail itself, without signing in (RFC 8058)."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.test import Client

from allies.inbox.models import ContactProfile, Kind, Notice, Stopped
from allies.inbox.stopping import stop_address
from allies.inbox.tests.making import letters, told, wants_letters
from allies.testing import MemberTestCase


class StopTests(MemberTestCase):
    def setUp(self) -> None:
        self.profile = wants_letters(self.alice)
        told(self.alice)
        self.address = urlsplit(stop_address(self.profile)).path

    def is_going(self) -> bool:
        return ContactProfile.objects.reached().of(self.alice).exists()

    def test_looking_changes_nothing(self) -> None:
        for _way in (self.client.get, self.client.head):
            assert _way(self.address).status_code == 200
        assert self.is_going()

    def test_one_click_needs_no_session_and_no_token(self) -> None:
        by_itself = Client(enforce_csrf_checks=True)
        for _time in range(2):
            assert by_itself.post(self.address, {"List-Unsubscribe": "One-Click"}).status_code == 200
        self.profile.refresh_from_db()
        assert self.profile.stopped_for == Stopped.ASKED
        assert letters(self.alice)[0].let_go_at
        assert Notice.objects.of(self.alice).filter(kind=Kind.MAIL_STOPPED).count() == 1
        assert by_itself.cookies.get("notes") is None

    def test_an_address_that_somebody_made_up(self) -> None:
        token = self.address.split("/")[3]
        for wrong in (token[:-1], token.replace(".", ""), f"x{token}", "%00", "ä", "."):
            assert self.client.post(f"/inbox/stop/{wrong}/").status_code == 404, wrong
        assert self.is_going()

    def test_the_address_names_nobody(self) -> None:
        assert "alice" not in self.address
        assert len(self.address) < 110

    def test_wrong_method(self) -> None:
        assert self.client.delete(self.address).status_code == 405

    def test_queries(self) -> None:
        with self.assertNumQueries(1):
            self.client.get(self.address)

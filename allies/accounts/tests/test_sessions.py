from __future__ import annotations

import time
from datetime import timedelta

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from allies.accounts.last_seen import HOUR, SEEN
from allies.accounts.sessions import SessionStore
from allies.testing import PASSPHRASE, MemberTestCase

PHONE = (
    "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Mobile Safari/537.36"
)


def signed_in(name: str, agent: str = PHONE) -> Client:
    client = Client(headers={"user-agent": agent})
    client.post("/sign-in/", {"login": name, "password": PASSPHRASE})
    return client


class Sessions(MemberTestCase):
    def setUp(self) -> None:
        self.here, self.phone = (
            signed_in("alice", "Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0"),
            signed_in("alice"),
        )

    def test_the_list_names_devices_in_plain_words(self) -> None:
        page = self.here.get("/me/sessions/").content.decode()
        assert "Firefox on a Linux computer" in page
        assert "Chrome on an Android phone" in page
        assert page.count("This device, now") == 1
        assert "127.0.0.1" not in page

    def test_where_somebody_was_is_not_kept(self) -> None:
        assert set(UserSession.objects.values_list("ip", flat=True)) == {"0.0.0.0"}  # noqa: S104

    def test_ending_one_takes_effect_at_once(self) -> None:
        row = UserSession.objects.get(session_key=self.phone.session.session_key)
        assert self.phone.get("/me/").status_code == 200
        assert self.here.post(f"/me/sessions/{row.pk}/end/")["Location"] == "/me/sessions/"
        assert self.phone.get("/me/").status_code == 302
        assert self.here.get("/me/").status_code == 200
        assert "Android" not in self.here.get("/me/sessions/").content.decode()

    def test_ending_this_one_signs_out(self) -> None:
        row = UserSession.objects.get(session_key=self.here.session.session_key)
        self.here.post(f"/me/sessions/{row.pk}/end/")
        assert self.here.get("/me/").status_code == 302
        assert self.phone.get("/me/").status_code == 200

    def test_ending_all_others(self) -> None:
        third, strangers = signed_in("alice"), signed_in("bob")
        self.here.post("/me/sessions/end-others/")
        assert [c.get("/me/").status_code for c in (self.here, self.phone, third, strangers)] == [200, 302, 302, 200]

    def test_a_stranger_ends_nothing(self) -> None:
        row = UserSession.objects.get(session_key=self.phone.session.session_key)
        assert signed_in("bob").post(f"/me/sessions/{row.pk}/end/").status_code == 404
        assert Client().post(f"/me/sessions/{row.pk}/end/").status_code == 302
        assert self.here.get(f"/me/sessions/{row.pk}/end/").status_code == 405
        assert self.here.post("/me/sessions/999999999999999999999999/end/").status_code == 404
        assert self.phone.get("/me/").status_code == 200

    def test_signing_out_leaves_no_row(self) -> None:
        key = self.phone.session.session_key
        self.phone.post("/sign-out/")
        assert not Session.objects.filter(session_key=key).exists()
        assert not UserSession.objects.filter(session_key=key).exists()

    def test_a_request_reads_twice_and_writes_nothing(self) -> None:
        self.here.get("/me/name/")
        with CaptureQueriesContext(connection) as queries:
            assert self.here.get("/me/name/").status_code == 200
        assert len(queries) == 2
        assert all(query["sql"].startswith("SELECT") for query in queries)

    def test_last_use_is_noted_once_an_hour(self) -> None:
        session = self.phone.session
        UserSession.objects.update(last_seen_at=timezone.now() - timedelta(days=2))
        session[SEEN] = int(time.time()) - HOUR - 5
        session.save()
        for writes in (True, False):
            with CaptureQueriesContext(connection) as queries:
                self.phone.get("/me/name/")
            assert any("UPDATE" in query["sql"] for query in queries) is writes
        row = UserSession.objects.get(session_key=session.session_key)
        assert timezone.now() - row.last_seen_at < timedelta(minutes=1)

    def test_a_session_that_ran_out_is_none(self) -> None:
        key = self.phone.session.session_key
        Session.objects.filter(session_key=key).update(expire_date=timezone.now() - timedelta(seconds=1))
        assert SessionStore(key).load() == {}
        assert self.phone.get("/me/").status_code == 302
        assert "Android" not in self.here.get("/me/sessions/").content.decode()

    def test_forged_and_absent_keys(self) -> None:
        for key in (None, "", "x" * 5000, "' OR 1=1 --", "\x00abc"):
            assert SessionStore(key).load() == {}

    def test_members_who_are_gone_or_closed_are_out_at_once(self) -> None:
        self.alice.is_active = False
        self.alice.save(update_fields=["is_active"])
        assert self.phone.get("/me/").status_code == 302

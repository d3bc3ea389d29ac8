from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib.sessions.models import Session
from django.db import OperationalError, connection
from django.test import Client, override_settings

from allies.testing import MemberTestCase

AWAY = "https://weather.example/"


def broken(execute: Callable[..., Any], *args: Any) -> Any:
    raise OperationalError("the database does not answer")


@override_settings(EXIT_URL=AWAY)
class Leave(MemberTestCase):
    def assert_left(self, response: Any) -> None:
        self.assertEqual(response.status_code, 303)
        self.assertEqual(response["Location"], AWAY)
        self.assertEqual(response["Clear-Site-Data"], '"cache", "cookies", "storage"')
        self.assertEqual(response["Cache-Control"], "no-store")
        self.assertEqual(response["Referrer-Policy"], "no-referrer")

    def test_ends_the_session_on_the_server(self) -> None:
        for method in ("get", "post"):
            self.sign_in(self.alice)
            self.assertEqual(Session.objects.count(), 1)
            response = getattr(self.client, method)("/leave/")
            self.assert_left(response)
            self.assertEqual(Session.objects.count(), 0)
            self.assertEqual(response.cookies["notes"]["max-age"], 0)

    def test_signed_out_and_without_the_forms_token(self) -> None:
        client = Client(enforce_csrf_checks=True)
        self.assert_left(client.get("/leave/"))
        self.assert_left(client.post("/leave/"))

    def test_with_a_session_that_is_gone_or_forged(self) -> None:
        self.sign_in(self.alice)
        Session.objects.all().delete()
        self.assert_left(self.client.get("/leave/"))
        self.client.cookies["notes"] = "../../x\x00" * 40
        self.assert_left(self.client.get("/leave/"))

    def test_with_a_database_that_does_not_answer(self) -> None:
        self.sign_in(self.alice)
        self.client.raise_request_exception = False
        with self.assertLogs("django.request", "ERROR"), connection.execute_wrapper(broken):
            response = self.client.get("/leave/")
        self.assert_left(response)
        self.assertEqual(response.cookies["notes"]["max-age"], 0)

    def test_is_not_done_when_a_browser_only_fetches_ahead(self) -> None:
        self.sign_in(self.alice)
        for header in ({"sec-purpose": "prefetch"}, {"sec-purpose": "prefetch;prerender"}, {"purpose": "prefetch"}):
            response = self.client.get("/leave/", headers=header)
            self.assertEqual(response.status_code, 204)
            self.assertNotIn("Clear-Site-Data", response)
        self.assertEqual(Session.objects.count(), 1)

    def test_another_site_cannot_do_it_behind_her_back(self) -> None:
        self.sign_in(self.alice)
        hidden = {"sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors"}
        self.assertEqual(self.client.get("/leave/", headers=hidden).status_code, 204)
        self.assertEqual(Session.objects.count(), 1)
        self.assert_left(self.client.get("/leave/", headers={"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate"}))

    def test_other_methods_are_refused(self) -> None:
        self.assertEqual(self.client.put("/leave/").status_code, 405)

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
        assert response.status_code == 303
        assert response["Location"] == AWAY
        assert response["Clear-Site-Data"] == '"cache", "cookies", "storage"'
        assert response["Cache-Control"] == "no-store"
        assert response["Referrer-Policy"] == "no-referrer"

    def test_ends_the_session_on_the_server(self) -> None:
        for method in ("get", "post"):
            self.sign_in(self.alice)
            assert Session.objects.count() == 1
            response = getattr(self.client, method)("/leave/")
            self.assert_left(response)
            assert Session.objects.count() == 0
            assert all(response.cookies[name]["max-age"] == 0 for name in ("notes", "messages"))

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
        assert response.cookies["notes"]["max-age"] == 0

    def test_is_not_done_when_a_browser_only_fetches_ahead(self) -> None:
        self.sign_in(self.alice)
        for header in ({"sec-purpose": "prefetch"}, {"sec-purpose": "prefetch;prerender"}, {"purpose": "prefetch"}):
            response = self.client.get("/leave/", headers=header)
            assert response.status_code == 204
            assert "Clear-Site-Data" not in response
        assert Session.objects.count() == 1

    def test_another_site_cannot_do_it_behind_her_back(self) -> None:
        self.sign_in(self.alice)
        hidden = {"sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors"}
        assert self.client.get("/leave/", headers=hidden).status_code == 204
        assert Session.objects.count() == 1
        self.assert_left(
            self.client.get("/leave/", headers={"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate"})
        )

    def test_other_methods_are_refused(self) -> None:
        assert self.client.put("/leave/").status_code == 405

from __future__ import annotations

from typing import Any

from django.db import connection
from django.test import Client, RequestFactory, override_settings

from allies.home.tests.test_help_now import broken
from allies.home.views import errors
from allies.testing import MemberTestCase


class Errors(MemberTestCase):
    def assert_kind(self, response: Any, status: int, words: str) -> None:
        assert response.status_code == status
        page = response.content.decode()
        assert words in page
        assert "<title>Notes</title>" in page
        assert 'href="/leave/"' in page
        assert 'href="/help/now/"' in page

    def test_no_page_at_this_address(self) -> None:
        self.assert_kind(self.client.get("/nowhere/"), 404, "There is nothing at this address")
        self.sign_in(self.alice)
        response = self.client.get("/nowhere/%00%ff/..%2f")
        self.assert_kind(response, 404, "There is nothing at this address")
        assert 'href="/me/"' in response.content.decode()
        self.assert_kind(self.client.get("/learn/a%00b/c/"), 404, "There is nothing at this address")

    def test_a_stale_form(self) -> None:
        client = Client(enforce_csrf_checks=True)
        self.assert_kind(client.post("/join/", {"pseudonym": "x"}), 403, "This form was open too long")

    @override_settings(DATA_UPLOAD_MAX_MEMORY_SIZE=2000)
    def test_too_much_to_send(self) -> None:
        with self.assertLogs("django.security", "ERROR"):
            response = self.client.post("/join/", {"pseudonym": "x" * 5000})
        self.assert_kind(response, 413, "too large to send")

    @override_settings(ALLOWED_HOSTS=["notes.example"])
    def test_a_host_that_is_not_ours(self) -> None:
        with self.assertNoLogs("django", "ERROR"):  # anybody can send a wrong host: it fills no log
            response = self.client.get("/", headers={"host": "other.example"})
        self.assert_kind(response, 400, "We could not read that")

    def test_a_database_that_does_not_answer(self) -> None:
        self.sign_in(self.alice)
        self.client.raise_request_exception = False
        with self.assertLogs("django.request", "ERROR"), connection.execute_wrapper(broken):
            response = self.client.get("/")
        self.assert_kind(response, 500, "Something broke on our side")

    def test_each_page_asks_nothing_of_the_database(self) -> None:
        request = RequestFactory().get("/")
        for view, status in ((errors.bad_request, 400), (errors.permission_denied, 403), (errors.page_not_found, 404)):
            with self.assertNumQueries(0):
                assert view(request, None).status_code == status
        with self.assertNumQueries(0):
            assert errors.server_error(request).status_code == 500

    def test_even_when_no_template_can_be_shown(self) -> None:
        engine: dict[str, Any] = {
            "BACKEND": "django.template.backends.django.DjangoTemplates",
            "DIRS": [],
            "APP_DIRS": False,
        }
        with override_settings(TEMPLATES=[engine]), self.assertLogs("allies.home.views.errors", "ERROR"):
            response = errors.server_error(RequestFactory().get("/"))
        self.assert_kind(response, 500, "Something went wrong on our side")

"""Hiding the notes at once, and what opens them again."""

from __future__ import annotations

from typing import Any

from django.contrib.sessions.models import Session
from django.test import Client, RequestFactory

from allies.accounts import notes_open, pin
from allies.accounts.sessions import SessionStore
from allies.testing import PASSPHRASE, MemberTestCase

HIDE, OPEN = "/me/lock/hide/", "/me/lock/open/"


class Hiding(MemberTestCase):
    def setUp(self) -> None:
        pin.set_lock(self.alice, 15, "7391")
        self.sign_in(self.alice)

    def wrong(self, times: int) -> Any:
        for _time in range(times):
            answer = self.client.post(OPEN, {"pin": "9999", "next": "/notes/days/"})
        return answer

    def status(self) -> int:
        return self.client.get("/notes/").status_code

    def test_it_leads_to_a_page_that_tells_nothing_and_back(self) -> None:
        answer = self.client.get(HIDE, headers={"referer": "http://testserver/notes/days/"}, follow=True)
        page = answer.content.decode()
        assert "Nothing is open here." in page
        assert 'href="/notes/days/"' in page
        assert "<title>Notes</title>" in page
        assert not any(word in page for word in ("Allies", "alice", "Learn", "Answers"))
        assert self.client.get(OPEN)["Location"] == "/notes/"
        assert Client().get(HIDE, follow=True).status_code == 200
        assert self.client.post(HIDE).status_code == 405

    def test_a_browser_that_only_looks_ahead_hides_nothing(self) -> None:
        assert self.client.get(HIDE, headers={"sec-purpose": "prefetch"}).status_code == 204
        assert self.status() == 200

    def test_pin_and_passphrase_open_and_only_a_local_place_follows(self) -> None:
        self.client.get(HIDE)
        for place, led in (("/notes/days/", "/notes/days/"), ("//evil.example/notes/", "/notes/"), ("/me/", "/notes/")):
            assert self.client.post(OPEN, {"pin": "7391", "next": place})["Location"] == led
        assert self.status() == 200

    def test_five_wrong_pins_end_the_session_and_the_pin(self) -> None:
        self.client.get(HIDE)
        assert "You have 4 more tries." in self.wrong(1).content.decode()
        assert self.client.post(OPEN, {"pin": "12"}).status_code == 422  # a slip of the thumb is no try
        assert "You have 1 more try." in self.wrong(3).content.decode()
        elsewhere = Client()
        elsewhere.cookies = self.client.cookies.copy()
        answer = self.wrong(1)
        assert answer["Location"] == "/notes/days/"
        assert not Session.objects.filter(session_data__contains="_auth_user_id").exists()
        assert self.client.get("/notes/days/")["Location"].startswith("/sign-in/")
        assert not pin.try_pin(self.alice, "7391")
        self.client.post("/sign-in/", {"login": "alice", "password": PASSPHRASE})
        assert self.status() == 200
        assert pin.try_pin(self.alice, "7391")

    def test_a_right_pin_begins_the_count_anew(self) -> None:
        self.client.get(HIDE)
        self.wrong(4)
        self.client.post(OPEN, {"pin": "7391"})
        self.client.get(HIDE)
        assert "You have 4 more tries." in self.wrong(1).content.decode()

    def test_a_request_that_was_under_way_does_not_open_what_was_hidden(self) -> None:
        request = RequestFactory().get("/notes/")
        request.user = self.client.get("/me/").wsgi_request.user
        request.session = SessionStore(self.client.session.session_key)
        assert not notes_open.is_closed(request)
        self.client.get(HIDE)
        assert not notes_open.stay(request)
        assert self.status() == 403

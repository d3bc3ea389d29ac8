from __future__ import annotations

from typing import ClassVar

from django.contrib.auth import SESSION_KEY
from django.core.cache import cache
from django.db import connection
from django.http import HttpResponse
from django.test import override_settings
from django.test.utils import CaptureQueriesContext

from allies.accounts.hashers import Argon2id
from allies.testing import PASSPHRASE, MemberTestCase


class Counted(Argon2id):
    """Argon2 that says how often it was at work: the one thing at the door that takes long enough to be timed."""

    works: ClassVar[list[str]] = []

    def encode(self, password: str, salt: str) -> str:
        self.works.append("encode")
        return super().encode(password, salt)

    def verify(self, password: str, encoded: str) -> bool:
        self.works.append("verify")
        return super().verify(password, encoded)


class SignIn(MemberTestCase):
    def post(self, name: str = "alice", passphrase: str = PASSPHRASE, **more: str) -> HttpResponse:
        return self.client.post("/sign-in/", {"login": name, "password": passphrase, **more})

    def is_in(self) -> bool:
        return SESSION_KEY in self.client.session

    def test_by_name_whatever_its_case_and_form(self) -> None:
        for name in ("alice", "ALICE", " Alice ", "ａｌｉｃｅ"):
            answer = self.post(name)
            assert (answer.status_code, answer["Location"]) == (302, "/learn/"), name
            assert self.is_in()
            self.client.post("/sign-out/")
            assert not self.is_in()

    def test_one_answer_for_unknown_wrong_and_look_alike(self) -> None:
        pages = []
        for name, words in (
            ("alice", "not her words at all"),
            ("nobody-here", PASSPHRASE),
            ("a1ice", PASSPHRASE),
            ("alice", PASSPHRASE + " "),
        ):
            answer = self.post(name, words)
            assert answer.status_code == 200
            pages.append(answer.content.decode().replace(f'value="{name}"', ""))
            assert words not in answer.content.decode()
        assert not self.is_in()
        tokens = r'name="csrfmiddlewaretoken" value="'
        assert len({page.split(tokens)[0] + page.split(tokens)[1][64:] for page in pages}) == 1

    @override_settings(PASSWORD_HASHERS=["allies.accounts.tests.test_sign_in.Counted"])
    def test_known_and_unknown_cost_one_hash_and_as_many_queries(self) -> None:
        costs = []
        for name in ("alice", "nobody-here"):
            Counted.works.clear()
            cache.clear()
            with CaptureQueriesContext(connection) as queries:
                self.post(name, "not the words at all")
            costs.append((len(Counted.works), len(queries)))
        assert costs[0] == costs[1]
        assert costs[0][0] == 1

    def test_closed_accounts_say_so_only_to_their_owner(self) -> None:
        self.alice.is_active = False
        self.alice.save(update_fields=["is_active"])
        assert self.post(passphrase="not the words at all").status_code == 200
        assert self.post()["Location"] == "/sign-in/closed/"
        assert not self.is_in()
        assert "closed" in self.client.get("/sign-in/closed/").content.decode()

    def test_onward_and_only_on_this_site(self) -> None:
        assert self.post(next="/answers/?page=2")["Location"] == "/answers/?page=2"
        self.client.post("/sign-out/")
        for hostile in ("https://elsewhere.example/", "//elsewhere.example", "https://localhost:9000/"):
            assert self.post(next=hostile)["Location"] == "/learn/"
            self.client.post("/sign-out/")

    def test_staying_signed_in_is_a_choice(self) -> None:
        self.post()
        assert self.client.session.get_expire_at_browser_close()
        self.client.post("/sign-out/")
        self.post(remember="on")
        assert not self.client.session.get_expire_at_browser_close()

    def test_looking_starts_no_session(self) -> None:
        answer = self.client.get("/sign-in/")
        assert "notes" not in answer.cookies
        page = answer.content.decode()
        assert 'autocomplete="current-password"' in page
        assert 'data-passkey="login"' in page
        assert "<title>Notes</title>" in page

    def test_bad_input_is_answered(self) -> None:
        for name, words in (("", ""), ("\x00", "\x00"), ("x" * 5000, "y" * 100_000), ("alice", "p" * 129)):
            assert self.post(name, words).status_code == 200
        assert self.client.put("/sign-in/").status_code in {200, 405}
        assert not self.is_in()

    def test_signing_out_asks_first(self) -> None:
        self.sign_in(self.alice)
        assert self.client.get("/sign-out/").status_code == 200
        assert self.is_in()
        self.client.post("/sign-out/")
        assert not self.is_in()
        assert self.client.get("/me/").status_code == 302

from __future__ import annotations

from django.test import Client

from allies.accounts.actions import make_recovery_codes
from allies.accounts.queries import codes_left
from allies.accounts.tests.test_join import CODE
from allies.accounts.tests.test_sessions import signed_in
from allies.testing import PASSPHRASE, MemberTestCase, make_member

NEW = "seven quiet boats at anchor"
SENSITIVE = ("/me/email/", "/me/passphrase/", "/me/recovery-codes/", "/me/passkeys/add/", "/me/second-step/app/")


class Me(MemberTestCase):
    def test_the_hub_leads_everywhere_in_five_queries(self) -> None:
        self.sign_in(self.alice)
        with self.assertNumQueries(5):  # session, member, second steps, codes, sessions
            page = self.client.get("/me/").content.decode()
        for path in ("name", "email", "passphrase", "passkeys", "second-step", "recovery-codes", "sessions"):
            assert f'href="/me/{path}/"' in page
        assert 'action="/sign-out/"' in page

    def test_signed_out_nothing_opens(self) -> None:
        for path in ("/me/", "/me/name/", "/me/sessions/", "/me/second-step/", "/me/passkeys/", *SENSITIVE):
            assert Client().get(path)["Location"].startswith(("/sign-in/", "/me/confirm/")), path
            assert Client().post(path).status_code == 302, path

    def test_the_sensitive_ones_ask_for_the_passphrase_and_come_back(self) -> None:
        self.sign_in(self.alice)
        for path in SENSITIVE:
            location = self.client.get(path)["Location"]
            assert location.startswith("/me/confirm/?next="), path
        removing = self.client.post("/me/email/remove/", headers={"referer": "http://testserver/me/email/"})
        assert removing["Location"] == "/me/confirm/?next=%2Fme%2Femail%2F"
        assert "not your passphrase" in self.client.post("/me/confirm/", {"password": "not it, no"}).content.decode()
        answer = self.client.post("/me/confirm/?next=/me/email/", {"password": PASSPHRASE})
        assert answer["Location"] == "/me/email/"
        for path in SENSITIVE:
            assert self.client.get(path).status_code == 200, path

    def test_name_changes_and_the_old_one_stays_ones_own(self) -> None:
        self.sign_in(self.alice)
        assert self.client.post("/me/name/", {"pseudonym": "river"})["Location"] == "/me/"
        self.alice.refresh_from_db()
        assert self.alice.pseudonym == "river"
        self.sign_in(self.bob)
        for name in ("alice", "A1ice", "river", "bob."):
            assert self.client.post("/me/name/", {"pseudonym": name}).status_code == 200, name
        assert self.client.post("/me/name/", {"pseudonym": "B-o-b"}).status_code == 302, (
            "one's own name in another dress"
        )
        self.sign_in(self.alice)
        assert self.client.post("/me/name/", {"pseudonym": "Alice"}).status_code == 302
        self.alice.refresh_from_db()
        assert (self.alice.pseudonym, self.alice.key) == ("Alice", "alice")

    def test_old_names_are_not_written_down(self) -> None:
        self.alice.rename("river")
        claims = list(self.alice.name_claims.values_list("digest", flat=True))
        assert len(claims) == 2
        assert not any("alice" in digest or "river" in digest for digest in claims)

    def test_a_name_outlives_its_member(self) -> None:
        make_member("willow").delete()
        self.sign_in(self.alice)
        assert "is taken" in self.client.post("/me/name/", {"pseudonym": "willow"}).content.decode()

    def test_a_full_name_is_asked_about_here_too(self) -> None:
        self.sign_in(self.alice)
        assert "Use it anyway" in self.client.post("/me/name/", {"pseudonym": "Mary Miller"}).content.decode()
        assert self.client.post("/me/name/", {"pseudonym": "Mary Miller", "hinted": "Mary Miller"}).status_code == 302

    def test_email_comes_and_goes_and_is_nobody_elses(self) -> None:
        self.sign_in(self.alice, fresh=True)
        for bad in ("", "x", "a@b", "\x00", "x" * 400 + "@example.org"):
            assert self.client.post("/me/email/", {"email": bad}).status_code == 200
        self.client.post("/me/email/", {"email": "a@example.org"})
        self.alice.refresh_from_db()
        assert self.alice.email == "a@example.org"
        assert "a@example.org" in self.client.get("/me/").content.decode()
        assert self.client.get("/me/email/remove/").status_code == 405
        self.client.post("/me/email/remove/")
        self.alice.refresh_from_db()
        assert self.alice.email == ""

    def test_a_new_passphrase_ends_other_sessions_and_keeps_this_one(self) -> None:
        here, phone = signed_in("alice"), signed_in("alice")
        here.post("/me/confirm/", {"password": PASSPHRASE})
        for weak in ("short", "aliceisalice", PASSPHRASE):
            assert here.post("/me/passphrase/", {"passphrase": weak}).status_code == 200, weak
        assert here.post("/me/passphrase/", {"passphrase": NEW})["Location"] == "/me/"
        assert here.get("/me/").status_code == 200
        assert phone.get("/me/").status_code == 302
        assert here.get("/me/sessions/").content.decode().count("Signed in since") == 1

    def test_new_codes_are_shown_once_and_end_the_old(self) -> None:
        make_recovery_codes(self.alice)
        self.alice.recovery_codes.first().delete()
        self.sign_in(self.alice, fresh=True)
        assert "7 of your codes are left" in self.client.get("/me/recovery-codes/").content.decode()
        assert len(CODE.findall(self.client.post("/me/recovery-codes/").content.decode())) == 8
        assert codes_left(self.alice) == 8
        assert not CODE.findall(self.client.get("/me/recovery-codes/").content.decode())

    def test_changes_are_few_in_an_hour(self) -> None:
        self.sign_in(self.alice, fresh=True)
        answers = [self.client.post("/me/name/", {"pseudonym": "x"}).status_code for _ in range(21)]
        assert answers[-2:] == [200, 429]
        assert self.client.post("/me/passphrase/", {"passphrase": NEW}).status_code == 429

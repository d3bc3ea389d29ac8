"""The code asked for between the passphrase and the site."""

from __future__ import annotations

from allauth.mfa.models import Authenticator
from django.core.cache import cache

from allies.accounts.actions import give_second_factor
from allies.accounts.management.commands.demo_code import code_of
from allies.testing import PASSPHRASE, MemberTestCase


class SecondStep(MemberTestCase):
    def test_signing_in_asks_for_the_code(self) -> None:
        give_second_factor(self.sam)
        first = self.client.post("/sign-in/", {"login": "sam", "password": PASSPHRASE, "next": "/me/"})
        assert first["Location"] == "/sign-in/second-step/"
        assert self.client.get("/me/")["Location"].startswith("/sign-in/")
        page = self.client.get("/sign-in/second-step/").content.decode()
        assert 'autocomplete="one-time-code"' in page
        assert "That did not work" in self.client.post("/sign-in/second-step/", {"code": "000 00"}).content.decode()
        code = code_of(self.sam)
        assert self.client.post("/sign-in/second-step/", {"code": code})["Location"] == "/me/"
        assert self.client.get("/me/").status_code == 200

    def test_a_code_is_good_once(self) -> None:
        give_second_factor(self.sam)
        code = code_of(self.sam)
        for expected in (302, 200):
            self.client.post("/sign-in/", {"login": "sam", "password": PASSPHRASE})
            assert self.client.post("/sign-in/second-step/", {"code": f"{code[:3]} {code[3:]}"}).status_code == expected
            self.client.post("/sign-out/")
            cache.delete(f"allauth.mfa.totp.used?user={self.sam.pk}&code={code}")  # allauth forgets it sooner

    def test_guesses_at_a_code_are_few(self) -> None:
        give_second_factor(self.sam)
        self.client.post("/sign-in/", {"login": "sam", "password": PASSPHRASE})
        pages = [self.client.post("/sign-in/second-step/", {"code": f"00000{n}"}).content.decode() for n in range(7)]
        assert "tried too often" in pages[-1]
        assert (
            "tried too often" in self.client.post("/sign-in/second-step/", {"code": code_of(self.sam)}).content.decode()
        )

    def test_stopping_half_way_forgets_who_it_was(self) -> None:
        give_second_factor(self.sam)
        self.client.post("/sign-in/", {"login": "sam", "password": PASSPHRASE})
        self.client.post("/sign-out/")
        assert self.client.get("/sign-in/").status_code == 200
        assert self.client.get("/sign-in/second-step/")["Location"] == "/sign-in/"

    def test_bad_input(self) -> None:
        give_second_factor(self.sam)
        self.client.post("/sign-in/", {"login": "sam", "password": PASSPHRASE})
        for bad in (
            {},
            {"code": ""},
            {"code": "\x00"},
            {"code": "x" * 5000},
            {"credential": "nonsense"},
            {"credential": "[1]"},
        ):
            assert self.client.post("/sign-in/second-step/", bad).status_code == 200, bad
        assert Authenticator.objects.count() == 1

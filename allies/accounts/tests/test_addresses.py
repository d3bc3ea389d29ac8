"""allauth's own addresses: those that make sense here, looking like ours, and no others."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import NoReverseMatch, reverse

from allies.accounts.actions import give_second_factor
from allies.testing import MemberTestCase

ABSENT = (
    "account_email",
    "account_reset_password",
    "account_set_password",
    "account_change_password",
    "account_email_verification_sent",
    "account_request_login_code",
    "account_confirm_login_code",
    "mfa_generate_recovery_codes",
    "mfa_signup_webauthn",
    "mfa_trust",
    "socialaccount_connections",
    "usersessions_list",
)
VISITORS = ("/join/", "/sign-in/", "/recover/", "/sign-in/closed/")
MEMBERS = (
    "/me/",
    "/me/name/",
    "/me/email/",
    "/me/passphrase/",
    "/me/recovery-codes/",
    "/me/sessions/",
    "/me/confirm/",
    "/me/second-step/",
    "/me/second-step/app/",
    "/me/passkeys/",
    "/me/passkeys/add/",
    "/sign-out/",
)


@pytest.mark.parametrize("name", ABSENT)
def test_what_makes_no_sense_here_has_no_address(name: str) -> None:
    with pytest.raises(NoReverseMatch):
        reverse(name)


class Looks(MemberTestCase):
    def check(self, page: str, path: str) -> None:
        assert page.count("<h1") == 1, path
        assert "<title>Notes</title>" in page, path
        assert 'class="exit"' in page, path
        for forbidden in (
            " style=",
            "onclick",
            "javascript:",
            "data:image",
            "<script>",
            "http://",
            "Password",
            "Username",
        ):
            assert forbidden not in page.replace("http://www.w3.org/2000/svg", ""), (path, forbidden)

    def test_pages_for_visitors(self) -> None:
        for path in VISITORS:
            answer = Client().get(path)
            assert "default-src 'none'" in answer["Content-Security-Policy"]
            assert "no-store" in answer["Cache-Control"]
            self.check(answer.content.decode(), path)

    def test_pages_for_members(self) -> None:
        self.sign_in(self.alice, fresh=True)
        for path in MEMBERS:
            self.check(self.client.get(path).content.decode(), path)
        give_second_factor(self.alice)
        for path in ("/me/second-step/", "/me/second-step/app/remove/", "/me/confirm/code/"):
            self.check(self.client.get(path).content.decode(), path)

    def test_too_many(self) -> None:
        for _ in range(11):
            answer = self.client.post("/recover/", {})
        assert answer.status_code == 429
        self.check(answer.content.decode(), "429")

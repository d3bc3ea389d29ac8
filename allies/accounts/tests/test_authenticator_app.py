from __future__ import annotations

import re
import time
from collections.abc import Callable

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.test import override_settings

from allies.accounts.actions import give_second_factor
from allies.accounts.sealing import seal, unseal
from allies.lib.sealed import UnreadableError
from allies.testing import MemberTestCase


def code_for(secret: str) -> str:
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30))


class SetUp(MemberTestCase):
    def test_the_passphrase_comes_first(self) -> None:
        self.sign_in(self.alice)
        answer = self.client.get("/me/second-step/app/")
        assert answer["Location"].startswith("/me/confirm/?next=")

    def test_setting_up_shows_a_drawing_and_keeps_the_secret_sealed(self) -> None:
        self.sign_in(self.alice, fresh=True)
        page = self.client.get("/me/second-step/app/").content.decode()
        assert '<svg role="img" aria-label=' in page
        assert "data:" not in page
        assert "style=" not in page
        secret = re.search(r"<code>([A-Z2-7]{32})</code>", page)
        assert secret
        assert self.client.post("/me/second-step/app/", {"code": code_for(secret[1])})["Location"] == "/me/second-step/"
        app = Authenticator.objects.get(user=self.alice)
        assert secret[1] not in str(app.data)
        assert unseal(app.data["secret"]) == secret[1]
        assert "Authenticator app" in self.client.get("/me/second-step/").content.decode()

    def test_staff_who_set_it_up_may_go_on_at_once(self) -> None:
        self.sign_in(self.sam, second_factor=False, fresh=True)
        page = self.client.get("/me/second-step/app/").content.decode()
        secret = re.search(r"<code>([A-Z2-7]{32})</code>", page)
        assert secret
        assert self.client.get("/me/").status_code == 302
        self.client.post("/me/second-step/app/", {"code": code_for(secret[1])})
        assert self.client.get("/me/").status_code == 200

    def test_a_wrong_code_sets_nothing_up(self) -> None:
        self.sign_in(self.alice, fresh=True)
        self.client.get("/me/second-step/app/")
        for bad in ("", "123", "\x00", "x" * 500, "００００００"):
            assert self.client.post("/me/second-step/app/", {"code": bad}).status_code == 200
        assert not Authenticator.objects.exists()

    def test_removing_it(self) -> None:
        give_second_factor(self.alice)
        self.sign_in(self.alice)
        assert self.client.post("/me/second-step/app/remove/").status_code == 302
        assert Authenticator.objects.exists(), "the passphrase comes first"
        self.sign_in(self.alice, fresh=True)
        assert self.client.get("/me/second-step/app/remove/").status_code == 200
        self.client.post("/me/second-step/app/remove/")
        assert not Authenticator.objects.exists()

    def test_a_stranger_has_nothing_to_remove(self) -> None:
        give_second_factor(self.alice)
        self.sign_in(self.bob, fresh=True)
        assert self.client.post("/me/second-step/app/remove/").status_code == 404
        assert Authenticator.objects.filter(user=self.alice).exists()


@override_settings(MFA_KEYS=["first key"])
def test_sealed_secrets_open_with_older_keys_and_no_others() -> None:
    sealed = seal("JBSWY3DPEHPK3PXP")
    assert sealed.startswith("v1.")
    assert "JBSWY3DP" not in sealed
    assert seal("JBSWY3DPEHPK3PXP") != sealed
    with override_settings(MFA_KEYS=["second key", "first key"]):
        assert unseal(sealed) == "JBSWY3DPEHPK3PXP"
    with override_settings(MFA_KEYS=["second key"]), pytest.raises(UnreadableError, match="ALLIES_MFA_KEY"):
        unseal(sealed)


@pytest.mark.parametrize(
    "change",
    [
        lambda s: s[:-9] + ("A" if s[-9] != "A" else "B") + s[-8:],
        lambda s: "v2" + s[2:],
        lambda s: "plain",
        lambda s: "",
    ],
)
def test_altered_secrets_do_not_open(change: Callable[[str], str]) -> None:
    with pytest.raises(UnreadableError):
        unseal(change(seal("JBSWY3DPEHPK3PXP")))

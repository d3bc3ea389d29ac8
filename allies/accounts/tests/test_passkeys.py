"""Passkeys as the server sees them. That they work is shown in a browser (tests/browser/test_passkeys.py)."""

from __future__ import annotations

import base64
import json
from typing import Any

from allauth.mfa.models import Authenticator
from django.contrib.auth import SESSION_KEY

from allies.testing import MemberTestCase


def b64(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def credential(**response: Any) -> str:
    given = {"clientDataJSON": b64(b"{}"), "authenticatorData": b64(b"x" * 37), "signature": b64(b"y"), **response}
    return json.dumps({"id": b64(b"id"), "rawId": b64(b"id"), "type": "public-key", "response": given})


CLIENT = b64(json.dumps({"type": "webauthn.get", "challenge": "AAAA", "origin": "http://testserver"}).encode())
HOSTILE = (
    "",
    "nonsense",
    "null",
    "1",
    "[1]",
    "{}",
    '{"id": 1, "response": {}}',
    '{"id": "x", "rawId": "x", "type": "public-key", "response": null}',
    '{"id": "x", "rawId": "x", "type": "public-key", "response": []}',
    credential(),
    credential(clientDataJSON=CLIENT),
    credential(clientDataJSON=CLIENT, userHandle=b64(b"1")),
    credential(clientDataJSON=CLIENT, userHandle=b64(b"\xff\xfe")),
    credential(clientDataJSON=CLIENT, userHandle=b64(b"abc")),
    credential(clientDataJSON=CLIENT, userHandle=b64(b"9" * 40)),
    credential(clientDataJSON=CLIENT, userHandle=7),
    credential(clientDataJSON=CLIENT, authenticatorData="", userHandle=b64(b"1")),
)


class Passkeys(MemberTestCase):
    def test_a_challenge_is_given_when_asked_for(self) -> None:
        answer = self.client.get("/sign-in/passkey/", headers={"accept": "application/json"})
        wanted = answer.json()["request_options"]["publicKey"]
        assert wanted["userVerification"] == "required"
        assert wanted["rpId"] == "testserver"
        assert self.client.get("/sign-in/passkey/")["Location"] == "/sign-in/"

    def test_nonsense_signs_nobody_in(self) -> None:
        for place, hostile in enumerate(HOSTILE):
            self.client.get("/sign-in/passkey/", headers={"accept": "application/json"})
            address = f"192.0.2.{place}"
            answer = self.client.post("/sign-in/passkey/", {"credential": hostile}, REMOTE_ADDR=address)
            assert (answer.status_code, answer.headers.get("Location")) == (302, "/sign-in/"), hostile
        assert SESSION_KEY not in self.client.session

    def test_many_tries_get_429(self) -> None:
        answers = [self.client.post("/sign-in/passkey/", {"credential": "{}"}).status_code for _ in range(11)]
        assert answers[-2:] == [302, 429]

    def test_nonsense_adds_nothing_and_confirms_nothing(self) -> None:
        self.sign_in(self.alice, fresh=True)
        page = self.client.get("/me/passkeys/add/").content.decode()
        assert '"residentKey": "required"' in page
        for hostile in HOSTILE:
            answer = self.client.post("/me/passkeys/add/", {"name": "phone", "credential": hostile})
            assert answer.status_code == 200, hostile
            assert "nothing was added" in answer.content.decode()
        assert not Authenticator.objects.exists()

    def test_a_stranger_neither_renames_nor_removes(self) -> None:
        row = Authenticator.objects.create(user=self.alice, type="webauthn", data={"name": "phone", "credential": {}})
        self.sign_in(self.bob, fresh=True)
        for verb in ("name", "remove"):
            assert self.client.get(f"/me/passkeys/{row.pk}/{verb}/").status_code == 404
            assert self.client.post(f"/me/passkeys/{row.pk}/{verb}/", {"name": "mine"}).status_code == 404
        self.sign_in(self.alice, fresh=True)
        assert "phone" in self.client.get("/me/passkeys/").content.decode()
        self.client.post(f"/me/passkeys/{row.pk}/name/", {"name": "<b>tablet"})
        assert "&lt;b&gt;tablet" in self.client.get("/me/passkeys/").content.decode()
        assert self.client.post(f"/me/passkeys/{row.pk}/name/", {"name": ""}).status_code == 200
        assert self.client.get(f"/me/passkeys/{row.pk}/remove/").status_code == 200
        assert self.client.post(f"/me/passkeys/{row.pk}/remove/")["Location"] == "/me/passkeys/"
        assert not Authenticator.objects.exists()

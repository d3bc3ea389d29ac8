"""Two members in one plan, for tests."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from django.test import Client

from allies.notebook.models import PlanInvitation
from allies.notebook.tests.walking import begun, hidden
from allies.testing import MemberTestCase


class PlanTestCase(MemberTestCase):
    def invite(self, name: str = "bob", **given: Any) -> str:
        """As whoever is signed in; the plan's address."""
        sent = {"key": str(uuid4()), "name": name, "afraid": "no"} | given
        return str(self.client.post("/notes/together/new/", sent)["Location"])

    def shared(self) -> str:
        """Alice's plan, which Bob has joined. Alice is signed in."""
        self.sign_in(self.alice)
        address = self.invite()
        self.sign_in(self.bob)
        self.client.post(f"/notes/together/asked/{PlanInvitation.objects.get().pk}/accept/")
        self.sign_in(self.alice)
        return address

    def write(self, plan: str, given: dict[str, Any], slug: str = "boundaries") -> str:
        address = begun(self.client, f"{plan.removeprefix('/notes/')}{slug}")
        assert self.client.post(address, hidden(self.client, address) | given).status_code == 302
        return address.removesuffix("new/")

    def change(self, address: str, given: dict[str, Any]) -> None:
        assert self.client.post(address, hidden(self.client, address) | given).status_code == 302

    def as_bob(self) -> Client:
        self.sign_in(self.bob)
        return self.client

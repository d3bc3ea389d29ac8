"""Each address that holds one member's affairs × everybody who could ask for it. The expected: tests/who_may.py."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.db import transaction

from allies.accounts.owned import Owned
from tests.walked import SECRETS, WalkedTestCase, walked
from tests.who_may import CAST, MAY, WHO

SHOWN, DONE, GONE, NOBODYS_WAY = {200, 302}, {200, 204, 302, 409, 422}, {404}, {405}


def test_every_address_is_in_the_table_once() -> None:
    names = [name for name, _pattern in walked()]
    assert sorted(names) == sorted(MAY), "say in tests/who_may.py who may open it"
    assert len(names) >= 90


class AccessMatrix(WalkedTestCase):
    def test_looking(self) -> None:
        self.walk("get", 0, SHOWN)

    def test_sending(self) -> None:
        self.walk("post", 1, DONE)

    def walk(self, verb: str, column: int, done: set[int]) -> None:
        """Everybody at every address, each time as if nothing had been done before."""
        addresses = {name: self.filled(pattern) for name, pattern in walked()}
        hers = self.hers()
        wrong = []
        for who in ("visitor", *CAST):
            self.as_(who)
            for name, address in addresses.items():
                rule = MAY[name][column]
                with transaction.atomic():
                    answer = getattr(self.client, verb)(address)
                    if who != "alice" and rule in {"members", "alike"} and self.hers() != hers:
                        wrong.append(f"{who} {verb} {name}: changes what is hers")
                    transaction.set_rollback(True)
                if fault := self.fault(answer, who, rule, done) or self.tells(answer, who, rule):
                    wrong.append(f"{who} {verb} {name}: {answer.status_code} {fault}")
        assert not wrong, "\n".join(wrong)

    def fault(self, answer: Any, who: str, rule: str, done: set[int]) -> str:
        """What is not as the table has it."""
        to_sign_in = answer.headers.get("Location", "").startswith(("/sign-in/", "/me/confirm/", "/me/second-step/"))
        if who == "visitor" and rule != "anybody":
            return "" if to_sign_in else "instead of the way to sign in"
        expected = done if who in WHO[rule] else GONE if WHO[rule] else NOBODYS_WAY
        return "" if answer.status_code in expected and not to_sign_in else f"instead of {expected}"

    def tells(self, answer: Any, who: str, rule: str) -> str:
        """Which of her words somebody reads there who has no part in it."""
        has_part = who == "alice" or (who in WHO[rule] and rule in {"answerers", "writers", "readers"})
        page = answer.content.decode()
        return "" if has_part else ", ".join(secret for secret in SECRETS if secret in page)

    def hers(self) -> dict[str, list[Any]]:
        """The keys of all that is Alice's."""
        kinds = [kind for kind in apps.get_models() if issubclass(kind, Owned)]
        assert len(kinds) > 10
        rows: dict[str, Any] = {kind.__name__: kind._default_manager.of(self.alice) for kind in kinds}
        return {name: sorted(map(str, found.values_list("pk", flat=True))) for name, found in rows.items()}

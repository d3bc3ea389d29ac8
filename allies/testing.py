"""The cast and the ground that every room's tests stand on."""

from __future__ import annotations

import itertools
import re
import time
from typing import Any

from django.conf import settings
from django.test import TestCase

from allies.accounts.last_seen import SEEN
from allies.accounts.models import Member, Role

PASSPHRASE = "paper lantern over still water"  # noqa: S105 - the tests' own
# Made once from the words above: hashing them for each of the cast would cost every test class a quarter of a second.
_HASH = (
    "argon2$argon2id$v=19$m=19456,t=2,p=1$ZDdoQTRETEpEbTVXTjhZdks4QkFQRg$cySI3/Ibh9i4cEPxdPWH9w+bzYfpwD6E/B3NBK/9a2o"
)
_numbers = itertools.count(1)


def make_member(pseudonym: str = "", role: Role | str = Role.MEMBER, **fields: Any) -> Member:
    """A member whose passphrase is PASSPHRASE, with the group of their role."""
    member: Member = Member.objects.create_member(pseudonym or f"somebody {next(_numbers)}", None, **fields)
    member.password = _HASH
    member.save(update_fields=["password"])
    if role != Role.MEMBER:
        member.give_role(role, by=None)
    return member


def without_tokens(page: str) -> str:
    """The page without its random values, in which any short name may stand by chance.

    A form's CSRF token and the nonce of a script change with every page.
    """
    return re.sub(r'(value|nonce)="[\w-]{20,}"', "", page)


class MemberTestCase(TestCase):
    alice: Member  # a member
    bob: Member  # another member, the stranger
    sam: Member  # staff writer
    rhea: Member  # second reader
    edda: Member  # editor
    odile: Member  # operator
    vera: Member  # volunteer moderator

    @classmethod
    def setUpTestData(cls) -> None:
        cls.alice = make_member("alice")
        cls.bob = make_member("bob")
        cls.sam = make_member("sam", Role.WRITER, title="Counsellor")
        cls.rhea = make_member("rhea", Role.SECOND_READER, title="Second reader")
        cls.edda = make_member("edda", Role.EDITOR, title="Editor")
        cls.odile = make_member("odile", Role.OPERATOR)
        cls.vera = make_member("vera", Role.MODERATOR)

    def sign_in(self, member: Member, *, second_factor: bool = True, fresh: bool = False) -> None:
        """Signed in as this browser would be: staff and moderators with their second step, unless told otherwise.

        `fresh`: the passphrase was given again a moment ago, as the sensitive pages ask for.
        """
        self.client.force_login(member, backend=settings.AUTHENTICATION_BACKENDS[0])
        now = time.time()
        shown = [{"method": "password", "at": now} | ({"reauthenticated": True} if fresh else {})]
        if second_factor and member.needs_second_factor:
            shown.append({"method": "mfa", "type": "totp", "at": now})
        session = self.client.session
        session["account_authentication_methods"] = shown
        session["account_authentication_methods_user"] = str(member.pk)
        session[SEEN] = int(now)
        session.save()

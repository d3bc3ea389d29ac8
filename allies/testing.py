"""The cast of the tests, and what makes rows for them."""

from __future__ import annotations

import time
from typing import Any

from django.test import TestCase

from allies.accounts.models import Member
from allies.accounts.models.member import Role

PASSPHRASE = "a lamp in the window at night"
CAST = {
    "alice": Role.MEMBER,
    "bob": Role.MEMBER,
    "sam": Role.WRITER,
    "rhea": Role.SECOND_READER,
    "edda": Role.EDITOR,
    "odile": Role.OPERATOR,
    "vera": Role.MODERATOR,
}


def make_member(pseudonym: str, role: str = Role.MEMBER, **fields: Any) -> Member:
    """A member without a passphrase, which is slow to make: tests of signing in set their own."""
    return Member.objects.create_member(pseudonym, None, role=role, **fields)


class MemberTestCase(TestCase):
    alice: Member
    bob: Member
    sam: Member
    rhea: Member
    edda: Member
    odile: Member
    vera: Member

    @classmethod
    def setUpTestData(cls) -> None:
        for name, role in CAST.items():
            setattr(cls, name, make_member(name, role))

    def sign_in(self, member: Member) -> None:
        """As if `member` had signed in just now, with a second factor when the role needs one."""
        self.client.force_login(member)
        session = self.client.session
        session["account_authentication_methods_user"] = str(member.pk)
        methods = ["password", "mfa"] if member.needs_second_factor else ["password"]
        session["account_authentication_methods"] = [{"method": method, "at": time.time()} for method in methods]
        session.save()

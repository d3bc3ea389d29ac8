from __future__ import annotations

import io
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.core.management import CommandError, call_command
from django.db import IntegrityError
from django.test import override_settings

from allies.accounts.actions import give_second_factor
from allies.accounts.models import Member, Role
from allies.accounts.tests.test_sessions import signed_in
from allies.testing import PASSPHRASE, MemberTestCase


def run(*words: str, **options: Any) -> str:
    out = io.StringIO()
    call_command(*words, stdout=out, **options)
    return out.getvalue()


class Roles(MemberTestCase):
    def groups(self, member: Member) -> list[str]:
        return list(member.groups.values_list("name", flat=True))

    def test_the_group_follows_the_role(self) -> None:
        assert self.groups(self.alice) == []
        for role in (Role.WRITER, Role.EDITOR, Role.MODERATOR):
            self.alice.give_role(role, by=self.odile)
            assert self.groups(self.alice) == [role]
        self.alice.give_role(Role.MEMBER, by=self.odile)
        assert self.groups(self.alice) == []

    def test_other_groups_stay(self) -> None:
        self.alice.groups.create(name="choir")
        self.alice.give_role(Role.WRITER, by=None)
        self.alice.give_role(Role.MEMBER, by=None)
        assert self.groups(self.alice) == ["choir"]

    def test_who_is_staff(self) -> None:
        assert [m.is_staff for m in (self.alice, self.vera, self.sam, self.odile)] == [False, False, True, True]
        assert [m.needs_second_factor for m in (self.alice, self.vera, self.sam)] == [False, True, True]
        with pytest.raises(ValueError, match="king"):
            self.alice.give_role("king", by=None)

    def test_names_are_unique_whatever_the_door(self) -> None:
        for name in ("ALICE", "a1ice", "al.ice"):
            with pytest.raises(IntegrityError):
                Member.objects.create_member(name)

    def test_set_role(self) -> None:
        assert "alice is now editor" in run("set_role", "ALICE", "editor")
        self.alice.refresh_from_db()
        assert self.alice.role == Role.EDITOR
        with pytest.raises(CommandError, match="Nobody here is called “nobody-here”"):
            run("set_role", "nobody-here", "editor")
        with pytest.raises(CommandError, match="“king” is not a role"):
            run("set_role", "alice", "king")

    def test_reset_second_factor_ends_sessions_too(self) -> None:
        phone = signed_in("alice")
        give_second_factor(self.alice)
        assert "no second step now" in run("reset_second_factor", "alice")
        assert not Authenticator.objects.exists()
        assert phone.get("/me/").status_code == 302
        assert "had no second step" in run("reset_second_factor", "alice")

    def test_demo_code_only_in_the_demo(self) -> None:
        give_second_factor(self.sam, "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP")
        with override_settings(DEMO=False), pytest.raises(CommandError, match="not a demo"):
            run("demo_code", "sam")
        with override_settings(DEMO=True):
            assert len(run("demo_code", "sam").strip()) == 6
            with pytest.raises(CommandError, match="no authenticator app"):
                run("demo_code", "alice")
            with pytest.raises(CommandError, match="Nobody here"):
                run("demo_code", "nobody-here")


def create(monkeypatch: pytest.MonkeyPatch, line: str, *words: str) -> str:
    monkeypatch.setattr("sys.stdin", io.StringIO(line + "\n"))
    return run("create_member", *words)


@pytest.mark.django_db
def test_create_member(monkeypatch: pytest.MonkeyPatch) -> None:
    said = create(monkeypatch, PASSPHRASE, "First Light", "--role", "operator")
    assert len(said.split()) > 8
    member = Member.objects.get(key="first light")
    assert (member.role, member.check_password(PASSPHRASE)) == ("operator", True)
    with pytest.raises(CommandError, match="is taken"):
        create(monkeypatch, PASSPHRASE, "first-light")
    with pytest.raises(CommandError, match="cannot be a pseudonym"):
        create(monkeypatch, PASSPHRASE, "admin")
    with pytest.raises(CommandError, match="too weak"):
        create(monkeypatch, "short", "second light")
    with pytest.raises(CommandError, match="is not a role"):
        create(monkeypatch, PASSPHRASE, "second light", "--role", "king")
    assert Member.objects.count() == 1

from __future__ import annotations

import sys
from getpass import getpass
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import IntegrityError, transaction

from allies.accounts import pseudonym as names
from allies.accounts.actions import make_recovery_codes
from allies.accounts.forms.name import REFUSALS
from allies.accounts.models import Member, Role
from allies.accounts.passphrase import PassphraseValidator


class Command(BaseCommand):
    help = "Create a member, such as the first operator. Asks for a passphrase, or reads one line from a pipe."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("name", help="the pseudonym")
        parser.add_argument("--role", default=Role.MEMBER, help=f"one of {', '.join(Role.values)}")

    def handle(self, *args: Any, name: str, role: str, **options: Any) -> None:
        if role not in Role.values:
            raise CommandError(f"“{role}” is not a role. The roles are {', '.join(Role.values)}.")
        if reason := names.refusal(name, reserved=(settings.SITE_NAME, settings.SITE_TITLE)):
            raise CommandError(f"“{name}” cannot be a pseudonym: {REFUSALS[reason]}")
        passphrase = _ask()
        try:
            PassphraseValidator().validate(passphrase, Member(pseudonym=name))
        except ValidationError as problem:
            raise CommandError(f"That passphrase is too weak. {problem.messages[0]}") from problem
        member, codes = _create(name, passphrase, role)
        self.stdout.write(f"{member} is here, as {member.get_role_display()}. Recovery codes, shown only now:")
        self.stdout.write("\n".join(codes))


@transaction.atomic
def _create(name: str, passphrase: str, role: str) -> tuple[Member, list[str]]:
    try:
        member: Member = Member.objects.create_member(name, passphrase)
    except IntegrityError as problem:
        raise CommandError(f"“{name}”, or a name that looks like it, is taken.") from problem
    if role != Role.MEMBER:
        member.give_role(role, by=None)
    return member, make_recovery_codes(member)


def _ask() -> str:
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\n")
    first = getpass("Passphrase (12 characters or more): ")
    if getpass("The same again: ") != first:
        raise CommandError("The two were not the same. Nothing was created.")
    return first

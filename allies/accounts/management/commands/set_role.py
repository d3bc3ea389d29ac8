from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from allies.accounts.management.named import member_named
from allies.accounts.models import Role


class Command(BaseCommand):
    help = f"Give a member a role: {', '.join(Role.values)}."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("name", help="their pseudonym")
        parser.add_argument("role", help=", ".join(Role.values))

    def handle(self, *args: Any, name: str, role: str, **options: Any) -> None:
        if role not in Role.values:
            raise CommandError(f"“{role}” is not a role. The roles are {', '.join(Role.values)}.")
        member = member_named(name)
        member.give_role(role, by=None)
        self.stdout.write(f"{member} is now {member.get_role_display()}.")

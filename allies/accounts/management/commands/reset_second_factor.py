from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from allies.accounts.actions import reset_second_factor
from allies.accounts.management.named import member_named


class Command(BaseCommand):
    help = "Remove a member's authenticator app and passkeys, and sign them out everywhere."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("name", help="their pseudonym")

    def handle(self, *args: Any, name: str, **options: Any) -> None:
        member = member_named(name)
        removed = reset_second_factor(member)
        if not removed:
            self.stdout.write(f"{member} had no second step. They are signed out everywhere.")
            return
        self.stdout.write(f"{member} has no second step now and is signed out everywhere.")

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from allies.inbox.actions import stop_mail_to


class Command(BaseCommand):
    help = "Mail to an address came back: stop writing to it, and say so in the member’s inbox."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("address", help="the e-mail address that the returned letter was for")

    def handle(self, *args: Any, address: str, **options: Any) -> None:
        count = stop_mail_to(address)
        self.stdout.write(f"Mail is stopped for {count} member{'' if count == 1 else 's'}.")

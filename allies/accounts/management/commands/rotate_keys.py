from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from allies.accounts.models import Member
from allies.accounts.rotation import renew, rewrap
from allies.lib.sealed import UnreadableError


class Command(BaseCommand):
    help = "Put members' keys under the newest ALLIES_DATA_KEY; with --words, seal all words under new keys."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--words", action="store_true", help="a new key for each member too, and her words under it"
        )

    def handle(self, *args: Any, words: bool = False, **options: Any) -> None:
        try:
            self.stdout.write(f"{rewrap()} keys are sealed anew.")
            if words:
                members = Member.objects.filter(data_keys__isnull=False).distinct()
                self.stdout.write(f"{sum(map(renew, members.iterator()))} texts are sealed anew.")
        except UnreadableError as error:
            raise CommandError(str(error)) from error

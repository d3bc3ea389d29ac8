from __future__ import annotations

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from allies.accounts.models import Member
from allies.home.demo import load_demo, sign_in_notes
from allies.lib.source import SourceError


class Command(BaseCommand):
    help = "Load the demo story with its cast into an empty site."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", nargs="?", type=Path, default=settings.CONTENT / "demo")

    def handle(self, *args: Any, folder: Path, **options: Any) -> None:
        if Member.objects.exists():
            raise CommandError("This site has members already, so the demo is not loaded into it.")
        try:
            done, left_out = load_demo(folder)
        except SourceError as error:
            raise CommandError(str(error)) from error
        (settings.DATA / "demo").write_text(sign_in_notes())
        self.stdout.write("demo: " + ", ".join(f"{count} {what}" for what, count in done.items()))
        if left_out:
            self.stdout.write(left_out)

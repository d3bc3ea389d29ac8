from __future__ import annotations

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from allies.home.actions import prepare_site
from allies.home.loading import load_helplines, load_pages
from allies.lib.source import SourceError
from allies.moderation.loading import load_replies
from allies.programme.loading import load_programme
from allies.programme.models import LearnIndex


class Command(BaseCommand):
    help = "Create or update the starter programme, the plain pages and the help lines from the content folder."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", nargs="?", type=Path, default=settings.CONTENT)

    def handle(self, *args: Any, folder: Path, **options: Any) -> None:
        try:
            with transaction.atomic():
                root = prepare_site()
                self._tell("help lines", load_helplines(folder / "helplines.toml"))
                self._tell("stock replies", load_replies(folder / "stock-replies.toml"))
                self._tell("plain pages", load_pages(folder / "pages", root))
                self._tell("modules and lessons", load_programme(folder, LearnIndex.objects.get()))
        except SourceError as error:
            raise CommandError(f"{error}\nNothing was changed.") from error

    def _tell(self, what: str, done: dict[str, int]) -> None:
        told = ", ".join(f"{count} {verb}" for verb, count in sorted(done.items())) or "none found"
        self.stdout.write(f"{what}: {told}")

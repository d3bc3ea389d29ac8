from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.utils import DatabaseError

from allies.accounts.models import Member


class Command(BaseCommand):
    help = "Make database, static files and starter programme ready for this version; safe to run again."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--demo", action="store_true", help="load the demo story into a site without members")

    def handle(self, *args: Any, demo: bool, **options: Any) -> None:
        self._refuse_newer()
        self.check(tags=["letters"], include_deployment_checks=True)
        for step, sentence in (
            (lambda: call_command("migrate", verbosity=0), "Database ..."),
            (lambda: call_command("createcachetable", verbosity=0), ""),
            (lambda: call_command("collectstatic", interactive=False, verbosity=0), "Static files ..."),
            (lambda: call_command("load_content"), "Starter programme ..."),
        ):
            if sentence:
                self.stdout.write(sentence)
            step()
        if demo and not Member.objects.exists():
            self.stdout.write("Demo ...")
            call_command("load_demo")

    def _refuse_newer(self) -> None:
        """A database that a newer version has changed is left alone: this one could write what that one misreads."""
        try:
            loader = MigrationLoader(connection)
        except DatabaseError as error:
            raise CommandError(f"The database cannot be opened: {str(error).strip().splitlines()[0]}") from error
        unknown = sorted(
            f"{app}.{name}" for app, name in loader.applied_migrations if (app, name) not in loader.disk_migrations
        )
        replaced = {
            f"{app}.{name}" for migration in loader.disk_migrations.values() for app, name in migration.replaces
        }
        if ahead := [name for name in unknown if name not in replaced]:
            name = settings.DATABASES["default"]["NAME"]
            raise CommandError(
                f"The database is newer than this code (it knows {ahead[0]}). Run the newer version, or restore a "
                f"backup made before it (docs/operating.md). Nothing was changed in {name}."
            )

from __future__ import annotations

from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.utils import timezone

from allies.accounts.actions import forget_ended_sessions
from allies.lib.shared_cache import forget_expired


class Command(BaseCommand):
    help = "Do what has become due: publish and take down pages, forget what has run out. Run it every minute or five."

    def handle(self, *args: Any, **options: Any) -> None:
        call_command("publish_scheduled", verbosity=0)
        now = timezone.now()
        forget_ended_sessions(now)
        forget_expired(now)

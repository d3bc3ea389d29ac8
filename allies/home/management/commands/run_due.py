from __future__ import annotations

from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.utils import timezone

from allies.accounts.actions import forget_ended_sessions
from allies.answers.following_up import ask_due
from allies.inbox.actions import forget_old
from allies.inbox.delivery import send_letters
from allies.lib.shared_cache import forget_expired
from allies.moderation.actions import close_left_open, escalate_due
from allies.moderation.mailing import send_due
from allies.notebook.plans.leaving import look_after_plans
from allies.notebook.sharing.links import forget_ended


class Command(BaseCommand):
    help = "Do what is due: publish, call who is on duty, send letters, forget what has run out. Run it every minute."

    def handle(self, *args: Any, **options: Any) -> None:
        call_command("publish_scheduled", verbosity=0)
        now = timezone.now()
        escalate_due(now)
        send_due(now)
        close_left_open(now)
        ask_due(now)
        forget_ended_sessions(now)
        forget_expired(now)
        forget_ended(now)
        look_after_plans(now)
        forget_old(now)
        send_letters(now)  # last: it may wait for a mail server

from __future__ import annotations

import time
from typing import Any

from allauth.mfa import app_settings
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from allies.accounts.management.named import member_named
from allies.accounts.models import Member
from allies.accounts.sealing import unseal
from allies.lib.sealed import UnreadableError


class Command(BaseCommand):
    help = "Print the current sign-in code of one of the demo's staff."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("name", help="their pseudonym")

    def handle(self, *args: Any, name: str, **options: Any) -> None:
        if not settings.DEMO:
            raise CommandError("This site is not a demo, so nobody's codes are printed.")
        self.stdout.write(code_of(member_named(name)))


def code_of(member: Member) -> str:
    app = Authenticator.objects.filter(user=member, type=Authenticator.Type.TOTP).first()
    if app is None:
        raise CommandError(f"{member} has no authenticator app set up.")
    try:
        secret = unseal(app.data["secret"])
    except UnreadableError as problem:
        raise CommandError(str(problem)) from problem
    return format_hotp_value(hotp_value(secret, int(time.time()) // app_settings.TOTP_PERIOD))

"""The demo's mail leaves this machine never: letters are printed, and kept as files in the data folder."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from uuid import uuid4

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.utils import timezone


class DemoMail(BaseEmailBackend):
    def send_messages(self, letters: Sequence[EmailMessage]) -> int:
        folder = settings.DATA / "mail"
        folder.mkdir(mode=0o700, exist_ok=True)
        for letter in letters:
            raw = letter.message().as_bytes()
            name = f"{timezone.now():%Y-%m-%dT%H%M%S}-{uuid4().hex[:6]}.eml"
            (folder / name).write_bytes(raw)
            sys.stderr.write(f"--- a letter ({folder / name})\n{raw.decode(errors='replace')}\n")
        return len(letters)

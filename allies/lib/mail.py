"""Letters that reveal nothing: who reads over a shoulder learns that something waits, not what it is nor where."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from email.utils import make_msgid, parseaddr
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.utils.encoding import punycode

log = logging.getLogger(__name__)


DEMO = "allies.lib.demo_mail.DemoMail"


def is_set_up() -> bool:
    return bool(settings.EMAIL_HOST) or settings.EMAIL_BACKEND == DEMO


def send_each(addresses: Iterable[str], subject: str, body: str) -> int:
    """One letter to each, so that nobody sees another's address. Returns how many the mail server took.

    A server that cannot be reached is no error here: it is logged without addresses, and whoever calls tries again.
    """
    sent = 0
    try:
        with get_connection() as connection:
            for address in addresses:
                letter = EmailMessage(subject, body, to=[address], connection=connection, headers=_headers())
                sent += _send(letter)
    except (OSError, SMTPException) as error:
        log.warning("The mail server cannot be reached: %s", type(error).__name__)
    return sent


def _headers() -> dict[str, str]:
    """So that no out-of-office notice answers, and a letter's key names the sender's domain, not this machine."""
    domain = punycode(parseaddr(settings.DEFAULT_FROM_EMAIL)[1].partition("@")[2])
    return {"Auto-Submitted": "auto-generated", "Message-ID": make_msgid(domain=domain or "localhost")}


def _send(letter: EmailMessage) -> int:
    try:
        return int(letter.send())
    except SMTPException as error:
        log.warning("A letter was refused by the mail server: %s", type(error).__name__)
        return 0

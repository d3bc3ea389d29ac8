"""Sending the letters that are due. `allies run-due` calls it every minute; two at once do not disturb each other.

A letter is leased by one conditional statement, sent, and marked as sent. Whoever dies in between leaves a lease that
runs out: the letter is sent by the next one. So nothing is lost, and after a crash at most the one letter that was in
hand comes twice, under the same Message-ID (docs/decisions/0021-inbox.md).
"""

from __future__ import annotations

import logging
import re
from datetime import datetime, timedelta
from smtplib import SMTPException, SMTPRecipientsRefused
from typing import Any

from django.core.mail import get_connection
from django.db.models import F
from django.utils import timezone

from allies.inbox.actions import stop_mail
from allies.inbox.models import ContactProfile, Letter, Notice, Occasion, Stopped
from allies.inbox.writing import written
from allies.lib import mail

log = logging.getLogger(__name__)

LEASE = timedelta(minutes=10)  # longer than a mail server that answers at all can take for one letter
PAUSES = [timedelta(minutes=minutes) for minutes in (5, 30, 120, 480, 1440)]  # after the first, second … failure
ATTEMPTS = len(PAUSES) + 1
AT_A_TIME = 1000  # letters in one call
BROKEN = 3  # connections one after another that fail before the rest is left for the next call
_NOT_THE_ADDRESS = {503, 530, 535}  # about this site's way of asking; and 5.7.x, a policy against the sender
_POLICY = re.compile(r"\b5\.7\.\d")


def send_letters(now: datetime) -> int:
    """Send what is due by `now`. Returns how many letters a mail server took."""
    if not mail.is_set_up():
        return 0
    due = list(Letter.objects.free(now).order_by("due_at").values_list("pk", flat=True)[:AT_A_TIME])
    return _Round(now).send(due) if due else 0


class _Round:
    """One call: a connection that is opened anew when the server has hung up."""

    def __init__(self, now: datetime) -> None:
        self.now = now
        self.connection: Any = get_connection()
        self.broken = 0

    def send(self, keys: list[Any]) -> int:
        sent = 0
        try:
            for key in keys:
                if self.broken >= BROKEN or not self._connected():
                    break
                if letter := self._leased(key):
                    sent += self._send(letter)
        finally:
            self._hang_up()
        return sent

    def _connected(self) -> bool:
        """Before a letter is taken in hand: a server that is away costs no letter an attempt."""
        try:
            self.connection.open()
        except (OSError, SMTPException) as error:
            log.warning("The mail server cannot be reached: %s", type(error).__name__)
            return False
        return True

    def _hang_up(self) -> None:
        try:
            self.connection.close()
        except (OSError, SMTPException):
            self.connection = get_connection()

    def _leased(self, key: Any) -> Letter | None:
        """In our hands alone, or nothing."""
        until = max(self.now, timezone.now()) + LEASE
        if not Letter.objects.free(self.now).filter(pk=key).update(leased_until=until, attempts=F("attempts") + 1):
            return None
        return Letter.objects.filter(pk=key, leased_until=until).select_related("member").first()

    def _send(self, letter: Letter) -> bool:
        profile = ContactProfile.objects.reached().of(letter.member_id).select_related("member").first()
        if profile is None or not _is_wanted(letter) or letter.attempts > ATTEMPTS:
            _done(letter, let_go_at=self.now)
            return False
        try:
            message = written(letter, profile)
            message.connection = self.connection
            message.send()
        except SMTPRecipientsRefused as error:
            self._refused(letter, profile, error)
        except (OSError, SMTPException, ValueError) as error:
            log.warning("A letter could not be sent: %s", type(error).__name__)
            self.broken += 1
            self._hang_up()
            self._later(letter, profile)
        else:
            self.broken = 0
            _done(letter, sent_at=timezone.now())
            return True
        return False

    def _refused(self, letter: Letter, profile: ContactProfile, error: SMTPRecipientsRefused) -> None:
        code, said = next(iter(error.recipients.values()))
        log.warning("A letter was refused by the mail server: %s", code)
        if is_hard(code, said):
            stop_mail(profile, Stopped.REFUSED)
        else:
            self._later(letter, profile)

    def _later(self, letter: Letter, profile: ContactProfile) -> None:
        if letter.attempts >= ATTEMPTS:
            _done(letter, let_go_at=self.now)
            return
        due = self.now + PAUSES[letter.attempts - 1]
        due = due if letter.occasion == Occasion.TEST else profile.hours.allowed(due)
        Letter.objects.filter(pk=letter.pk, leased_until=letter.leased_until).update(leased_until=None, due_at=due)


def _is_wanted(letter: Letter) -> bool:
    """Whoever has read it all by now needs no letter about it."""
    unread = Notice.objects.of(letter.member_id).unread()
    if letter.occasion == Occasion.EVENT:
        unread = unread.filter(key=letter.key)
    return letter.occasion == Occasion.TEST or unread.exists()


def _done(letter: Letter, **when: datetime) -> None:
    Letter.objects.filter(pk=letter.pk).waiting().update(leased_until=None, **when)


def is_hard(code: int, said: bytes | str) -> bool:
    """Whether a refusal of a recipient says that this address takes no mail, now and later."""
    words = said.decode(errors="replace") if isinstance(said, bytes) else said
    return 500 <= code < 600 and code not in _NOT_THE_ADDRESS and not _POLICY.search(words)

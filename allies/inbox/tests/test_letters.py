"""What really arrives, read as a mail programme reads it."""

from __future__ import annotations

from datetime import timedelta
from email.message import EmailMessage
from typing import Any
from urllib.parse import urlsplit

from django.test import override_settings
from django.utils.timezone import now

from allies.accounts.models import Member
from allies.inbox.actions import ask_test, mark_all_read
from allies.inbox.delivery import send_letters
from allies.inbox.models import Rhythm
from allies.inbox.tests.making import letters, told, wants_letters
from allies.inbox.tests.smtp import mail_server
from allies.testing import MemberTestCase


def said(letter: EmailMessage) -> str:
    return str(letter.get_content()).replace("\r\n", "\n")


class LetterTests(MemberTestCase):
    def arrived(self, member: Member, **wishes: Any) -> EmailMessage:
        wants_letters(member, **wishes)
        told(member)
        with mail_server() as server:
            assert send_letters(now()) == 1
            assert send_letters(now()) == 0
        ((address, letter),) = server.took
        assert address == f"{member.pseudonym}@example.org"
        return letter

    def test_a_letter_tells_nothing(self) -> None:
        letter = self.arrived(self.alice)
        assert letter["From"] == "Notes <notes@example.org>"
        assert letter["To"] == "alice@example.org"
        assert letter["Subject"] == "A new note"
        assert letter.get_content_type() == "text/plain"
        assert said(letter) == "Something is waiting for you.\n"
        assert letter["Auto-Submitted"] == "auto-generated"
        assert letter["Message-ID"] == f"<{letters(self.alice)[0].pk.hex}@example.org>"

    def test_the_only_address_of_the_site_is_the_one_that_stops_it(self) -> None:
        letter = self.arrived(self.alice)
        whole = letter.as_string()
        assert whole.count("http") == 1
        assert letter["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
        address = urlsplit(str(letter["List-Unsubscribe"]).strip(" <>"))
        assert address.path.startswith("/inbox/stop/")
        assert self.client.post(address.path, {"List-Unsubscribe": "One-Click"}).status_code == 200
        told(self.alice, "comment:2")
        assert len(letters(self.alice)) == 1

    @override_settings(ORIGIN="https://notes.example.org")
    def test_a_link_for_whoever_wants_one(self) -> None:
        body = said(self.arrived(self.alice, link=True))
        assert body == "Something is waiting for you.\n\nhttps://notes.example.org/inbox/\n"

    def test_own_words(self) -> None:
        own = {"sender": "own", "subject": "own", "preview": "own"}
        words = {"own_sender": "Jürgen, Chor", "own_subject": "Probe am Freitag", "own_preview": "Schön war’s."}
        letter = self.arrived(self.alice, **own, **words)
        assert letter["From"].addresses[0].display_name == "Jürgen, Chor"
        assert (letter["Subject"], said(letter)) == ("Probe am Freitag", "Schön war’s.\n")

    def test_nothing_is_sent_before_its_time(self) -> None:
        wants_letters(self.alice, rhythm=Rhythm.DAILY)
        told(self.alice)
        with mail_server() as server:
            assert send_letters(now()) == 0
            assert send_letters(now() + timedelta(days=1)) == 1
        assert len(server.took) == 1

    def test_whoever_has_read_it_gets_no_letter(self) -> None:
        wants_letters(self.alice)
        told(self.alice)
        mark_all_read(self.alice, 2**62)
        with mail_server() as server:
            assert send_letters(now()) == 0
        assert server.took == []
        assert letters(self.alice)[0].let_go_at

    def test_a_test_looks_like_a_letter_and_comes_at_any_hour(self) -> None:
        hour = now().hour
        wants_letters(self.alice, opens=(hour + 2) % 24, closes=(hour + 3) % 24)
        ask_test(self.alice)
        with mail_server() as server:
            assert send_letters(now()) == 1
        assert server.took[0][1]["Subject"] == "A new note"

    @override_settings(EMAIL_HOST="")
    def test_without_a_mail_server_it_waits(self) -> None:
        wants_letters(self.alice)
        told(self.alice)
        assert send_letters(now()) == 0
        assert letters(self.alice)[0].attempts == 0

"""From what is proposed to its asker to the page where she decides: by a letter that tells nothing."""

from __future__ import annotations

import re
from email.message import EmailMessage
from email.policy import default
from urllib.parse import urlsplit

from django.core.management import call_command
from django.test import override_settings

from allies.answers import quoting
from allies.answers.tests.quoted import CANARY, QuotedTestCase
from allies.inbox.models import Letter
from allies.inbox.telling import telling
from allies.inbox.tests.making import wants_letters
from allies.inbox.tests.smtp import Server, mail_server
from allies.testing import PASSPHRASE

ORIGIN = "https://notes.example.org"


@override_settings(ORIGIN=ORIGIN, ALLOWED_HOSTS=["*"])
class LetterOfAQuestion(QuotedTestCase):
    def setUp(self) -> None:
        wants_letters(self.alice, link=True)
        self.asked()
        self.letter = self.sent()

    def sent(self) -> EmailMessage:
        with mail_server() as server:
            call_command("run_due")
            call_command("run_due")
        return self.only(server)

    def only(self, server: Server) -> EmailMessage:
        ((address, letter),) = server.took
        assert address == "alice@example.org"
        assert Letter.objects.get().sent_at
        return letter

    def said(self) -> str:
        return str(self.letter.get_content()).replace("\r\n", "\n")

    def test_nothing_in_it_tells(self) -> None:
        whole = self.letter.as_string(policy=default.clone(max_line_length=0))
        whole = re.sub(r"[\w-]{20,}(\.[\w-]+)?", "", whole)  # random values, in which a short name may stand by chance
        for line in whole.splitlines():
            assert telling(line) == [], line
        for secret in (
            "Allies",
            CANARY,
            "zebrafish",
            "A walk at night",
            "sam",
            "edda",
            "question",
            "answer",
            "consent",
        ):
            assert secret.lower() not in whole.lower(), secret
        shown = " ".join(str(value) for name, value in self.letter.items() if name != "To") + self.said()
        assert "alice" not in shown.lower()

    def test_nothing_in_it_follows_her(self) -> None:
        assert self.letter.get_content_type() == "text/plain"
        assert not self.letter.is_multipart()
        names = {name.lower() for name in self.letter}
        asked_for = {"list-unsubscribe", "list-unsubscribe-post", "auto-submitted", "message-id", "date"}
        assert names == asked_for | {
            "from",
            "to",
            "subject",
            "content-type",
            "content-transfer-encoding",
            "mime-version",
        }
        (address,) = re.findall(r"https?://\S+", self.said())
        assert address == f"{ORIGIN}/inbox/"  # the same for everybody: no key, no mark, nothing that signs in

    def test_it_can_be_stopped_by_one_click(self) -> None:
        assert self.letter["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
        address = str(self.letter["List-Unsubscribe"]).strip()
        assert re.fullmatch(rf"<{ORIGIN}/inbox/stop/[\w.-]+/>", address)
        path = urlsplit(address.strip("<>")).path
        assert self.client.post(path, {"List-Unsubscribe": "One-Click"}).status_code == 200
        self.asked_again()
        with mail_server() as server:
            call_command("run_due")
        assert server.took == []

    def asked_again(self) -> None:
        newest = quoting.newest(self.question)
        assert newest
        quoting.propose(newest, by=self.sam)

    def test_its_link_leads_over_the_sign_in_to_the_page_where_she_decides(self) -> None:
        link = urlsplit(self.said().split()[-1]).path
        door = self.client.get(link)
        assert door["Location"] == "/sign-in/?next=%2Finbox%2F"
        page = self.client.get(door["Location"]).content.decode()
        assert CANARY not in page
        assert 'name="next" value="/inbox/"' in page
        inside = self.client.post(door["Location"], {"login": "alice", "password": PASSPHRASE, "next": "/inbox/"})
        assert inside["Location"] == "/inbox/"
        inbox = self.client.get("/inbox/").content.decode()
        assert "An answer waits for your yes or no." in inbox
        (opens,) = re.findall(r'action="(/inbox/\d+/open/)"', inbox)
        opened = self.client.post(opens)
        assert opened["Location"] == f"/ask/{self.question.pk}/shown/"
        decides = self.client.get(opened["Location"]).content.decode()
        assert CANARY in decides
        assert f'action="/ask/{self.question.pk}/shown/consent/"' in decides

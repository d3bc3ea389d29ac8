"""Closed notes are closed at every address under /notes/, whichever room answers it; what is sent there is not lost."""

from __future__ import annotations

import re
from typing import Any

from django.urls import resolve

from allies.accounts.pin import set_lock
from allies.notebook.kinds import KINDS
from allies.notebook.tests.walking import CANARY, hidden, write
from allies.testing import PASSPHRASE, MemberTestCase
from tests.test_addresses import addresses

CLOSED = "Closed. What you wrote is not lost."
NOW, HIDE, SITE = "/now/", "/me/lock/hide/", "http://testserver"


class Closed(MemberTestCase):
    def setUp(self) -> None:
        set_lock(self.alice, 1, "7391")
        self.sign_in(self.alice)
        self.address = write(self.client, "cushions", {"what": CANARY})
        self.key = self.address.split("/")[-2]

    def every(self) -> list[str]:
        """Each address under /notes/, with this entry's key wherever one is asked for."""
        fits = {"uuid": self.key, "int": "1", "str": "x", "path": "x", "day": "2026-03-14"}
        found = []
        for pattern, _view in addresses():
            if not pattern.startswith("notes/"):
                continue
            slugs = [kind.slug for kind in KINDS.values()] if "<slug:kind>" in pattern else ["x"]
            for slug in slugs:
                kinds = fits | {"slug": slug}
                path = re.sub(r"<(\w+):\w+>", "{\\1}", pattern).format(**kinds)
                resolve(f"/{path}")  # the walk would pass by what it cannot name
                found.append(f"/{path}")
        assert len(found) > 100
        return found

    def away(self, seconds: int) -> None:
        session = self.client.session
        for record in session["account_authentication_methods"]:
            record["at"] -= seconds
        session["notes_seen"] = session.get("notes_seen", 0) - seconds
        session.save()

    def assert_closed(self, answer: Any, why: str = "") -> None:
        page = answer.content.decode()
        assert answer.status_code == 403, why
        assert CLOSED in page, why
        assert CANARY not in page, why
        assert "<title>Notes</title>" in page
        assert "Allies" not in page
        assert "no-store" in answer["Cache-Control"]

    def test_every_address_shows_the_same_page_and_no_words(self) -> None:
        assert CANARY in self.client.get("/notes/cushions/").content.decode()
        self.client.get(HIDE)
        for address in self.every():
            self.assert_closed(self.client.get(address), address)
            self.assert_closed(self.client.post(address, {"words": "kettle", "what": "changed"}), address)
        assert self.client.get("/notes/no/such/place/at/all/").status_code == 404
        self.client.post("/me/lock/open/", {"pin": "7391"})
        assert CANARY in self.client.get(self.address).content.decode()

    def test_away_for_the_minutes_that_she_chose(self) -> None:
        self.away(40)
        assert self.client.get(self.address).status_code == 200
        self.away(40)  # the page in between began the minute anew
        assert self.client.get(self.address).status_code == 200
        self.away(61)
        self.assert_closed(self.client.get(self.address))
        for other in (NOW, "/me/", "/learn/"):
            assert self.client.get(other).status_code == 200

    def test_without_a_lock_only_hiding_closes_and_nothing_is_written_or_asked(self) -> None:
        self.sign_in(self.bob)
        self.away(10**6)
        with self.assertNumQueries(4):  # session, member, her time zone, entries
            assert self.client.get("/notes/cushions/").status_code == 200
        self.client.get(HIDE)
        self.assert_closed(self.client.get("/notes/cushions/"))
        answer = self.client.post("/me/confirm/?next=/notes/cushions/", {"password": PASSPHRASE})
        assert answer["Location"] == "/notes/cushions/"
        assert self.client.get("/notes/cushions/").status_code == 200

    def test_what_is_sent_to_closed_notes_stands_there_when_they_are_open(self) -> None:
        form, here = hidden(self.client, self.address), f"{SITE}{self.address}"
        self.client.get(HIDE)
        for way in ("keep/", ""):
            words = form | {"what": f"Her new words {way}"}
            self.assert_closed(self.client.post(f"{self.address}{way}", words, headers={"referer": here}))
            assert "Her new words" not in str(self.client.session.items())
        answer = self.client.post("/me/lock/open/", {"pin": "7391", "next": self.address})
        assert answer["Location"] == self.address
        assert "Her new words " in self.client.get(self.address).content.decode()
        assert self.client.session.get("_session_expiry") is None

    def test_what_happened_right_now_is_kept_too(self) -> None:
        self.client.get(HIDE)
        path = f"/notes/days/{self.key}/quick/"
        page = self.client.post(path, {"followed": ["calm"]}, headers={"referer": f"{SITE}{NOW}"}).content.decode()
        assert f'name="next" value="{path}"' in page
        assert self.client.session["unsent_form"]["place"] == path

    def test_a_form_of_another_member_is_not_kept(self) -> None:
        form = hidden(self.client, self.address)
        self.sign_in(self.bob)
        self.client.get(HIDE)
        self.client.post(self.address, form | {"what": "Hers"}, headers={"referer": f"{SITE}{self.address}"})
        assert "unsent_form" not in self.client.session

    def test_a_fragment_leads_to_the_page(self) -> None:
        self.client.get(HIDE)
        answer = self.client.get("/notes/", headers={"hx-request": "true", "hx-current-url": f"{SITE}{self.address}"})
        assert CANARY not in answer.content.decode()
        assert "HX-Redirect" in answer.headers

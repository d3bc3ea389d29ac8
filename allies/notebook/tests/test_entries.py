"""Writing, reading, changing and deleting an entry."""

from __future__ import annotations

from datetime import timedelta

from django.utils.timezone import localdate

from allies.notebook.kinds import KINDS
from allies.notebook.models import Entry
from allies.notebook.tests.walking import CANARY, begun, hidden, write
from allies.testing import MemberTestCase

SMALLEST = {
    "days": {"state": "use", "day": "2026-03-01"},
    "life": {"day": "2026-03-01", "sleep": "4"},
    "openings": {"way": "wish"},
    "safety": {"exit": "Through the garden"},
    "readiness": {"o1_name": "Dr Adler", "o1_phone": "555 0100"},
}


class EntryTests(MemberTestCase):
    def setUp(self) -> None:
        self.sign_in(self.alice)

    def test_every_kind_is_written_listed_and_changed(self) -> None:
        for kind in KINDS.values():
            self.assertContains(self.client.get(f"/notes/{kind.slug}/"), 'class="empty"')
            address = write(self.client, kind.slug, SMALLEST.get(kind.slug, {"what": CANARY}))
            self.assertContains(self.client.get(f"/notes/{kind.slug}/"), address)
            again = self.client.post(address, hidden(self.client, address) | SMALLEST.get(kind.slug, {"what": "new"}))
            assert again.status_code == 302
        assert Entry.objects.of(self.alice).count() == len(KINDS)

    def test_nothing_of_it_can_be_read_in_the_row(self) -> None:
        write(self.client, "journal", {"what": CANARY, "day": "2025-02-03"})
        row = bytes(Entry.objects.filter().values_list("words", flat=True).get().raw)
        assert b"kettle" not in row
        assert b"2025" not in row
        assert b"what" not in row

    def test_the_quick_form_becomes_a_day(self) -> None:
        for when, day in (("now", localdate()), ("yesterday", localdate() - timedelta(days=1))):
            address = write(self.client, "days", {"state": "non_use", "when": when, "i_did": ["praised"]}, "quick")
            entry = Entry.objects.of(self.alice).get(pk=address.split("/")[-2])
            seen = entry.observation()
            assert seen is not None
            assert (seen.day, seen.state, seen.i_did, bool(seen.hour)) == (day, "non_use", ("praised",), when == "now")

    def test_another_day_wants_a_day_and_loses_nothing(self) -> None:
        address = begun(self.client, "days", "quick")
        given = hidden(self.client, address) | {"state": "use", "when": "other", "i_did": ["argued"]}
        response = self.client.post(address, given)
        self.assertContains(response, "Please say which day it was.", status_code=422)
        assert Entry.objects.get().given == {"state": "use", "i_did": ["argued"]}

    def test_the_full_form_keeps_what_the_quick_one_said(self) -> None:
        address = write(self.client, "days", {"state": "use", "when": "now", "followed": ["wish"]}, "quick")
        page = self.client.get(address).content.decode()
        assert page.count("checked") == 3  # using, the hour, a wish
        self.client.post(address, hidden(self.client, address) | {"state": "use", "day": "2026-01-02", "outer": "rain"})
        given = Entry.objects.get().given
        assert (given["day"], given["outer"], "followed" in given) == ("2026-01-02", "rain", False)

    def test_deleting_asks_once(self) -> None:
        address = write(self.client, "journal", {"what": CANARY})
        self.assertContains(self.client.get(f"{address}delete/"), CANARY)
        assert self.client.post(f"{address}delete/")["Location"] == "/notes/journal/"
        assert not Entry.objects.exists()
        assert self.client.post(f"{address}delete/").status_code == 302  # pressed twice
        assert self.client.get(address).status_code == 404

    def test_an_empty_form_keeps_nothing_and_says_what_is_missing(self) -> None:
        address = begun(self.client, "journal")
        response = self.client.post(address, hidden(self.client, address) | {"what": "  ", "day": "2026-03-01"})
        self.assertContains(response, "Please write a few words.", status_code=422)
        assert not Entry.objects.exists()

    def test_too_long_and_not_a_day_are_kept_and_said(self) -> None:
        address = begun(self.client, "journal")
        given = {"what": "word " * 1000, "day": "soon", "mood": "11"}
        assert self.client.post(address, hidden(self.client, address) | given).status_code == 422
        assert Entry.objects.get().given == {"what": ("word " * 1000).strip(), "day": "soon", "mood": "11"}
        self.assertContains(self.client.get("/notes/journal/"), "word word")

    def test_danger_shows_help_first(self) -> None:
        address = begun(self.client, "journal")
        words = "He is not breathing and his lips are blue."
        response = self.client.post(address, hidden(self.client, address) | {"what": words}, follow=True)
        self.assertContains(response, 'data-urgent="')

    def test_unknown_kinds_and_wrong_methods(self) -> None:
        for address in ("/notes/nothing/", "/notes/nothing/new/", "/notes/journal/quick/"):
            assert self.client.get(address).status_code == 404
        assert self.client.post("/notes/journal/").status_code == 405
        address = write(self.client, "journal", {"what": CANARY})
        assert self.client.get(f"{address}keep/").status_code == 405
        assert self.client.put(address).status_code == 405
        assert self.client.post(f"{address}choose/").status_code == 404
        assert self.client.post(f"{address}count/").status_code == 404

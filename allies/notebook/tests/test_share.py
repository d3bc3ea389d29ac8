"""Showing a page: only what was chosen, exactly what was previewed."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

from django.utils.timezone import localdate

from allies.notebook.models import Entry, Share
from allies.notebook.tests.walking import CANARY, hidden, write
from allies.testing import MemberTestCase

TODAY = localdate()
MONTH = {"first": (TODAY - timedelta(days=30)).isoformat(), "last": TODAY.isoformat()}


def carried(page: str) -> dict[str, list[str]]:
    """What the hidden fields of the page's form carry on."""
    form = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', page)
    found: dict[str, list[str]] = {}
    for name, value in form:
        found.setdefault(name, []).append(value)
    return found


class ShareTestCase(MemberTestCase):
    def setUp(self) -> None:
        self.sign_in(self.alice)
        self.moment = write(self.client, "days", {"state": "use", "day": TODAY.isoformat(), "outer": CANARY})

    def chosen(self, **wanted: Any) -> dict[str, list[str]]:
        page = self.client.post("/notes/share/choose/", {"dated": ["observation"]} | MONTH | wanted)
        assert page.status_code == 200, page.content.decode()
        return carried(page.content.decode())

    def previewed(self, *out: str, **wanted: Any) -> str:
        given = self.chosen(**wanted) | {"out": list(out)}
        return self.client.post("/notes/share/preview/", given).content.decode()

    def lent(self, preview: str, **given: Any) -> str:
        """The address within the site."""
        sent = carried(preview) | {"hours": "72", "label": "Dr W"} | given
        page = self.client.post("/notes/share/link/", sent).content.decode()
        return re.findall(r'value="http://[^/]+(/shared/[\w-]+/)"', page)[0]


class ShareTests(ShareTestCase):
    def test_what_was_chosen_is_offered_and_nothing_else(self) -> None:
        write(self.client, "journal", {"what": "a page of the journal", "day": TODAY.isoformat()})
        write(self.client, "days", {"state": "use", "day": "2024-01-01", "outer": "long ago"})
        write(self.client, "boundaries", {"what": "I leave the room"})
        page = self.client.post("/notes/share/choose/", {"dated": ["observation"], "whole": ["boundary"]} | MONTH)
        for there in (CANARY, "I leave the room", "Leave all of this out"):
            self.assertContains(page, there)
        for not_there in ("page of the journal", "long ago"):
            self.assertNotContains(page, not_there)

    def test_pieces_and_whole_entries_are_left_out(self) -> None:
        write(self.client, "boundaries", {"what": "I leave the room", "do": "I take my coat"})
        key = Entry.objects.of(self.alice).of_kind("boundary").get().pk
        whole = {"whole": ["boundary"]}
        assert {CANARY, "I leave the room", "I take my coat"} == self.seen(self.previewed(**whole))
        assert {CANARY, "I take my coat"} == self.seen(self.previewed(f"{key}:0", **whole))
        assert {CANARY} == self.seen(self.previewed(str(key), **whole))

    def seen(self, page: str) -> set[str]:
        return {words for words in (CANARY, "I leave the room", "I take my coat") if words in page}

    def test_what_changed_meanwhile_is_looked_at_again(self) -> None:
        preview = self.previewed()
        self.client.post(self.moment, hidden(self.client, self.moment) | {"state": "use", "day": MONTH["last"]})
        for step in ("preview", "pdf", "link"):
            page = self.client.post(f"/notes/share/{step}/", carried(preview) | {"hours": "1"})
            self.assertContains(page, "Your notes changed since")
        assert not Share.objects.exists()

    def test_patterns_say_that_it_is_too_early_or_what_they_are(self) -> None:
        empty = self.client.post("/notes/share/choose/", {"patterns": "on"} | MONTH)
        self.assertContains(empty, "Nothing is noted there yet", status_code=422)
        for number in range(12):
            state = "use" if number % 3 else "non_use"
            write(self.client, "days", {"state": state, "day": TODAY.isoformat(), "hour": "night"})
        self.assertContains(self.client.post("/notes/share/choose/", {"patterns": "on"} | MONTH), "Added up")

    def test_a_choice_that_is_none_is_said(self) -> None:
        for wrong in ({}, {"dated": ["diary"]}, {"dated": ["journal"], "first": "soon"}, {"dated": ["journal"]}):
            assert self.client.post("/notes/share/choose/", MONTH | wrong).status_code == 422
        late = {"dated": ["observation"], "first": MONTH["last"], "last": MONTH["first"]}
        self.assertContains(self.client.post("/notes/share/choose/", late), "before the first day", status_code=422)

    def test_nothing_left_is_no_page(self) -> None:
        key = Entry.objects.get().pk
        assert "Nothing is left to show" in self.previewed(str(key))

    def test_nobody_is_offered_anothers_notes(self) -> None:
        given = self.chosen()
        for other in (self.bob, self.vera, self.edda, self.odile):
            self.sign_in(other)
            for step in ("choose", "preview", "pdf", "link"):
                answer = self.client.post(f"/notes/share/{step}/", given | {"hours": "1"})
                assert CANARY not in answer.content.decode()

    def test_steps_are_not_opened_by_an_address(self) -> None:
        for step in ("choose", "preview"):
            assert self.client.get(f"/notes/share/{step}/")["Location"] == "/notes/share/"
        for step in ("pdf", "link"):
            assert self.client.get(f"/notes/share/{step}/").status_code == 405

    def test_the_list_asks_few_questions(self) -> None:
        for _each in range(3):
            self.lent(self.previewed())
        with self.assertNumQueries(4):  # session, member, links, keys
            self.client.get("/notes/share/")

"""A shared plan: both read and change it, nobody else does, and what is one's own stays so."""

from __future__ import annotations

from itertools import product
from uuid import UUID

import pytest
from django.urls import reverse

from allies.accounts.rotation import renew
from allies.lib.sealed import UnreadableError
from allies.notebook.models import Entry, PlanEntry, PlanNote
from allies.notebook.plan_urls import urlpatterns
from allies.notebook.tests.planning import PlanTestCase
from allies.notebook.tests.walking import CANARY, hidden, write

OWN = "the canary that only alice hears"


class PlanTests(PlanTestCase):
    def setUp(self) -> None:
        self.plan = self.shared()
        self.entry = self.write(self.plan, {"what": CANARY, "mine": OWN})
        self.key = UUID(self.entry.split("/")[-2])

    def test_both_read_and_change_it(self) -> None:
        self.as_bob()
        self.assertContains(self.client.get(self.plan), CANARY)
        self.change(self.entry, {"what": CANARY, "do": "I call my brother", "mine": "bob alone"})
        self.sign_in(self.alice)
        page = self.client.get(self.entry)
        self.assertContains(page, "I call my brother")
        self.assertContains(page, OWN)
        self.assertNotContains(page, "bob alone")

    def test_neither_sees_what_is_the_others_own(self) -> None:
        write(self.client, "journal", {"what": "alice's own journal"})
        self.as_bob()
        addresses = [self.plan, self.entry, f"{self.entry}delete/", "/notes/together/", "/notes/", "/notes/journal/"]
        for address in addresses:
            page = self.client.get(address).content.decode()
            assert OWN not in page, address
            assert "alice's own" not in page, address
        kept = self.client.post(f"{self.entry}keep/", hidden(self.client, self.entry) | {"what": "x", "mine": ""})
        assert OWN not in kept.content.decode()
        assert OWN not in self.client.post("/notes/search/", {"words": "canary"}).content.decode()
        assert PlanNote.objects.get().words == OWN  # an empty field of his empties nothing of hers

    def test_nobody_else_reaches_it_by_any_address(self) -> None:
        given = {"plan": self.plan.split("/")[-2], "kind": "boundaries", "key": str(self.key)}
        ours = [pattern for pattern in urlpatterns if "<" in str(pattern.pattern)]
        for other, pattern in product((self.vera, self.sam, self.rhea, self.edda, self.odile), ours):
            self.sign_in(other)
            wanted = {name: given[name] for name in pattern.pattern.converters}
            address = reverse(f"together:{pattern.name}", kwargs=wanted)
            answers = [self.client.get(address), self.client.post(address, {"what": "x"})]
            silent = pattern.name in {"leave", "invitation-decline"}  # the second press finds nothing, too
            assert answers[0].status_code in {404, 405}, address
            assert answers[1].status_code in ({302} if silent else {404, 405}), address
        self.client.logout()
        assert self.client.get(self.plan)["Location"].startswith("/sign-in/")
        assert PlanEntry.objects.count() == 1

    def test_what_both_changed_at_once_stays(self) -> None:
        mine = hidden(self.client, self.entry)
        self.as_bob()
        self.change(self.entry, {"what": "Swim", "do": "Bob's words"})
        self.sign_in(self.alice)
        page = self.client.post(self.entry, mine | {"what": "Dance", "mine": OWN}, follow=True)
        self.assertContains(page, "changed elsewhere too")
        self.assertContains(page, "Bob&#x27;s words")
        self.assertContains(page, "Swim\n\nDance")

    def test_nothing_says_when_or_who(self) -> None:
        page = self.client.get(self.entry).content.decode()
        assert "data-keep-at" not in page
        assert "bob" not in page

    def test_the_row_tells_nothing_and_opens_for_nobody_outside(self) -> None:
        row = PlanEntry.objects.get()
        assert b"kettle" not in bytes(PlanEntry.objects.values_list("words", flat=True).get().raw)
        with pytest.raises(UnreadableError):
            _words = row.given
        renew(self.alice)  # a new key of her own: the plan's stays, and opens
        self.assertContains(self.client.get(self.entry), OWN)

    def test_what_one_deletes_takes_nothing_that_was_the_others_own(self) -> None:
        self.as_bob().post(f"{self.entry}delete/")
        assert not PlanEntry.objects.exists()
        assert OWN in str(Entry.objects.of(self.alice).of_kind("journal").get().given["what"])

    def test_only_what_two_can_plan(self) -> None:
        for slug in ("journal", "days", "nothing"):
            assert self.client.get(f"{self.plan}{slug}/new/").status_code == 404

    def test_few_questions(self) -> None:
        for number in range(4):
            self.write(self.plan, {"what": f"rule {number}"}, slug="rewards")
        with self.assertNumQueries(6):  # session, member, plan, keys, invitation, entries
            self.client.get(self.plan)

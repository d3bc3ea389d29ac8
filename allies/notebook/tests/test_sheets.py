"""The safety plan and the kit for a yes: one of each, to read, print and dial."""

from __future__ import annotations

from django.urls import reverse

from allies.home.models import HelpLine
from allies.notebook.models import Entry
from allies.notebook.tests.test_lists import FRAME
from allies.notebook.tests.walking import CANARY, begun, hidden, write
from allies.testing import MemberTestCase

PAGES = ("/notes/safety/", "/notes/readiness/", "/notes/readiness/yes/")
KIT = {
    "o1_name": "The clinic by the river",
    "o2_name": "Dr Adler",
    "o2_phone": "ask for Ms Kay, 555-0100",
    "o2_first": "Thursday at nine",
    "words": "I am glad. Shall we call together?",
    "pack": "- Papers\nCharger",
    "children": "no",
}


class SheetTests(MemberTestCase):
    def setUp(self) -> None:
        self.sign_in(self.alice)

    def test_there_is_one_of_each(self) -> None:
        for slug, given in (("safety", {"exit": "Garden"}), ("readiness", {"o1_name": "Dr Adler"})):
            address = write(self.client, slug, given)
            assert begun(self.client, slug).removesuffix("new/") == address
            other = reverse("notebook:entry-new", args=[slug, "7b0c1f0e-0000-4000-8000-000000000000"])
            assert self.client.post(other, hidden(self.client, other) | given).status_code == 404
            self.client.post(f"{address}delete/")
            assert write(self.client, slug, given) == address
        assert Entry.objects.of(self.alice).count() == 2

    def test_two_members_have_different_keys(self) -> None:
        address = begun(self.client, "safety")
        self.sign_in(self.bob)
        assert begun(self.client, "safety") != address

    def test_the_plan_shows_what_is_written_under_urgent_help(self) -> None:
        HelpLine.objects.create(country="US", kind="violence", label="A violence line", number="555 0199")
        write(self.client, "safety", {"exit": CANARY, "numbers": "Ada 555-0147\nBen", "naloxone": "yes"})
        page = self.client.get("/notes/safety/").content.decode()
        assert page.index('class="call"') < page.index("<h1") < page.index(CANARY)
        for words in ('href="tel:5550147"', "Others can find a plan", "Not written yet:", "<title>Notes</title>"):
            assert words in page
        assert "The children</h2>" not in page

    def test_a_worry_shows_help_once_and_danger_shows_its_own(self) -> None:
        address = begun(self.client, "safety")
        for words, panels in (
            ("I am afraid that he will hit me.", 0),
            ("He is not breathing and his lips are blue.", 1),
        ):
            given = hidden(self.client, address) | {"step": words}
            page = self.client.post(address, given, follow=True).content.decode()
            assert (page.count("data-urgent="), page.count("When somebody may die")) == (panels, 1)

    def test_the_kit_says_what_is_missing(self) -> None:
        write(self.client, "readiness", KIT)
        page = self.client.get("/notes/readiness/")
        self.assertContains(page, "You have one option with a phone number. A second helps")
        self.assertContains(page, "part=6#part-6")
        self.assertNotContains(page, "Who looks after the children then")

    def test_the_card_for_yes_dials_and_says(self) -> None:
        write(self.client, "readiness", KIT | {"o3_name": "The desk", "o3_phone": "go there"})
        page = self.client.get("/notes/readiness/yes/")
        for words in (
            'href="tel:5550100"',
            "Dr Adler",
            "Thursday at nine",
            "Shall we call together?</p>",
            "<li>Papers",
        ):
            self.assertContains(page, words)
        for nowhere in ("clinic by the river", "The desk", 'tel:"'):  # no number to dial
            self.assertNotContains(page, nowhere)

    def test_the_card_helps_when_nothing_is_prepared(self) -> None:
        HelpLine.objects.create(country="US", kind="referral", label="A line that knows places", number="555 0188")
        with self.settings(COUNTRY="US"):
            self.assertContains(self.client.get("/notes/readiness/yes/"), "A line that knows places")

    def test_nobody_else_and_nobody_outside(self) -> None:
        write(self.client, "safety", {"exit": CANARY})
        write(self.client, "readiness", KIT | {"words": CANARY})
        for other in (self.bob, self.sam):
            self.sign_in(other)
            for address in PAGES:
                self.assertNotContains(self.client.get(address), CANARY)
        self.client.logout()
        for address in PAGES:
            assert self.client.get(address)["Location"].startswith("/sign-in/")

    def test_wrong_methods_and_queries(self) -> None:
        write(self.client, "safety", {"exit": CANARY})
        write(self.client, "readiness", KIT)
        for address, more in zip(PAGES, (1, 0, 0), strict=True):  # the operator's numbers
            assert self.client.post(address).status_code == 405
            self.client.get(address)
            with self.assertNumQueries(FRAME + 2 + more):  # the row, her keys
                self.client.get(address)

    def test_a_part_stands_open_when_it_is_asked_for(self) -> None:
        address = write(self.client, "readiness", KIT)
        page = self.client.get(f"{address}?part=5").content.decode()
        assert page.count('<details class="fold" open>') == 1
        assert page.count('<details class="fold"') == 6
        wrong = self.client.post(address, hidden(self.client, address) | {"o3_asked": "soon"})
        self.assertContains(wrong, '<details class="fold" open>', status_code=422)

"""Overview, lists and search: what they show, and in how many queries."""

from __future__ import annotations

from datetime import timedelta

from django.utils.timezone import localdate

from allies.accounts.models import Member
from allies.notebook.entries import observations_of
from allies.notebook.models import Entry
from allies.notebook.tests.walking import CANARY, write
from allies.testing import MemberTestCase

FRAME = 3  # session, member, her time zone


def make(member: Member, number: int, kind: str = "journal", **given: object) -> None:
    for each in range(number):
        entry = Entry(member=member, kind=kind)
        entry.given = {"what": f"page {each}", **given}
        entry.save()


class ListTests(MemberTestCase):
    def setUp(self) -> None:
        self.sign_in(self.alice)

    def test_a_long_list_is_paged_and_asks_the_same_few_questions(self) -> None:
        make(self.alice, 120, "reward")
        self.client.get("/notes/rewards/")
        with self.assertNumQueries(FRAME + 3):  # how many, the rows, her keys
            page = self.client.get("/notes/rewards/")
        assert page.content.decode().count('class="onward"') == 50
        self.assertContains(page, "page 119")
        self.assertContains(self.client.get("/notes/rewards/?page=3"), "page 0")

    def test_the_overview_counts_in_one_query(self) -> None:
        make(self.alice, 3)
        make(self.bob, 2)
        self.client.get("/notes/")
        with self.assertNumQueries(FRAME + 1):
            page = self.client.get("/notes/")
        self.assertContains(page, '<span class="count">3</span>')
        self.assertContains(page, "<title>Notes</title>")

    def test_search_finds_words_and_taps_of_its_member_alone(self) -> None:
        make(self.alice, 60)
        make(self.bob, 1, what=CANARY)
        write(self.client, "rewards", {"what": "Pancakes on Sunday", "went": "well"})
        with self.assertNumQueries(FRAME + 2):
            found = self.client.post("/notes/search/", {"words": "PANCAKES well"})
        self.assertContains(found, "Pancakes on Sunday")
        assert found.content.decode().count('class="onward"') == 1
        self.assertContains(self.client.post("/notes/search/", {"words": "kettle"}), "Nothing in your notes")
        self.assertContains(self.client.post("/notes/search/", {"words": " "}), "Nothing in your notes")
        assert self.client.get("/notes/search/?words=kettle")["Location"] == "/notes/"

    def test_observations_come_in_two_queries_in_the_order_of_days(self) -> None:
        make(self.alice, 5, "observation", state="use", day="2026-02-01")
        make(self.alice, 1, "activity", day="2026-01-01")
        make(self.alice, 1, "observation", state="use")  # no day yet
        member = Member.objects.get(pk=self.alice.pk)
        with self.assertNumQueries(2):  # the rows, her keys
            found = observations_of(member)
        assert [each.state for each in found] == ["non_use", *["use"] * 5]

    def test_what_happens_is_in_the_order_of_its_days(self) -> None:
        make(self.alice, 1, "observation", more="the newest day", day="2026-03-02")
        make(self.alice, 60, "observation", more="between", day="2026-03-01")
        make(self.alice, 1, "observation", more="the oldest day", day="2026-02-01")
        with self.assertNumQueries(FRAME + 2):  # the rows, her keys
            page = self.client.get("/notes/days/").content.decode()
        assert page.count('class="onward"') == 50
        assert page.index("the newest day") < page.index("between")
        assert "the oldest day" not in page
        self.assertContains(self.client.get("/notes/days/?page=2"), "the oldest day")

    def test_openings_say_how_long_ago_even_behind_fifty_others(self) -> None:
        make(self.alice, 1, "opening", way="wish", day=(localdate() - timedelta(days=3)).isoformat())
        make(self.alice, 60, "opening", way="dip", day="2020-01-01")
        self.assertContains(self.client.get("/notes/openings/"), "The last one was 3 days ago.")
        Entry.objects.of(self.alice).order_by("made_at")[0].delete()
        self.assertContains(self.client.get("/notes/openings/"), "you can plan a talk")

    def test_a_life_is_drawn_from_the_second_time_on(self) -> None:
        make(self.alice, 1, "life", day="2026-03-01", sleep="7", joy="0")
        self.assertNotContains(self.client.get("/notes/life/"), "Where it moves")
        make(self.alice, 1, "life", day="2026-02-01", sleep="4")
        page = self.client.get("/notes/life/")
        self.assertContains(page, "Sleep and rest: 4 → 7")
        self.assertContains(page, "Things I enjoy: – → 0")
        self.assertContains(page, "From 1 February 2026 to 1 March 2026.")
        self.assertNotContains(page, "Money:")

"""Month, day, patterns and charts: what they show, of whom, and in how many queries."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from unittest.mock import patch

from django.utils.formats import date_format
from django.utils.timezone import localdate

from allies.inbox.models import ContactProfile
from allies.notebook.tests.test_lists import FRAME, make
from allies.notebook.tests.walking import CANARY, hidden, write
from allies.testing import MemberTestCase

PAGES = ("/notes/days/month/", "/notes/days/patterns/", "/notes/days/charts/")


class SeenTests(MemberTestCase):
    def setUp(self) -> None:
        self.sign_in(self.alice)
        self.today = localdate()

    def days(self, number: int, **given: object) -> None:
        for ago in range(number):
            make(self.alice, 1, "observation", day=(self.today - timedelta(days=ago)).isoformat(), **given)

    def test_each_page_asks_the_same_few_questions(self) -> None:
        self.days(30, state="use", hour="evening", i_did=["listened"], followed=["talked"], mood="4")
        make(self.bob, 9, "observation", state="use", day=self.today.isoformat())
        for address in (*PAGES, f"/notes/days/on/{self.today}/"):
            self.client.get(address)
            with self.assertNumQueries(FRAME + 2):  # the rows, her keys
                self.assertContains(self.client.get(address), "<h1>")

    def test_a_day_leads_to_what_was_noted_of_it_and_to_an_empty_form_of_that_day(self) -> None:
        make(self.alice, 1, "observation", state="non_use", day="2026-03-14")
        make(self.alice, 1, "journal", what=CANARY, day="2026-03-14")
        month = self.client.get("/notes/days/month/2026-03-01/")
        self.assertContains(month, 'href="/notes/days/on/2026-03-14/" aria-label="Saturday 14 March, no use"')
        self.assertContains(month, 'href="/notes/days/month/2026-02-01/"')
        page = self.client.get("/notes/days/on/2026-03-14/")
        assert page.content.decode().count('class="onward"') == 2
        self.assertContains(page, CANARY)
        self.assertContains(page, "/notes/days/quick/?day=2026-03-14")
        form = self.client.get("/notes/days/quick/?day=2026-03-14", follow=True)
        self.assertContains(form, 'value="2026-03-14"')
        address = form.redirect_chain[-1][0]
        given = {"state": "non_use", "when": "other", "day": "2026-03-14"}
        self.client.post(address, hidden(self.client, address) | given)
        self.assertContains(self.client.get("/notes/days/month/2026-03-01/"), "no use, 2 notes")

    def test_no_month_to_come_and_no_day_that_is_none(self) -> None:
        self.assertContains(self.client.get("/notes/days/month/"), "Nothing is noted in this month yet")
        self.assertNotContains(self.client.get("/notes/days/month/"), 'rel="next"')
        after = self.today + timedelta(days=40)
        assert self.client.get("/notes/days/month/2026-03-09/")["Location"] == "/notes/days/month/2026-03-01/"
        for wrong in (f"month/{after}/", "month/1999-01-01/", f"on/{after}/", "on/2026-02-30/", "month/2026-13-01/"):
            assert self.client.get(f"/notes/days/{wrong}").status_code == 404, wrong
        for address in PAGES:
            assert self.client.post(address).status_code == 405

    def test_too_little_says_how_many_are_missing(self) -> None:
        self.days(2, state="use", mood="4")
        self.assertContains(self.client.get("/notes/days/patterns/"), "With 3 more notes")
        page = self.client.get("/notes/days/charts/")
        self.assertContains(page, "Days of no use: Not enough yet: 3 more notes")
        self.assertContains(page, "Openings: Not enough yet: 1 more note")
        self.assertNotContains(page, '<svg class="plot"')

    def test_charts_and_patterns_are_drawn(self) -> None:
        self.days(10, state="non_use", hour="morning", i_did=["listened"], followed=["talked"])
        self.days(10, state="use", hour="evening")
        make(self.alice, 5, "journal", mood="7", day=self.today.isoformat())
        make(self.alice, 1, "opening", way="wish", day=self.today.isoformat())
        make(self.alice, 1, "observation", state="unsure", followed=["wish"], day=self.today.isoformat())
        page = self.client.get("/notes/days/charts/").content.decode()
        assert page.count('<svg class="plot"') == 3
        assert "<td>7.0</td><td>5</td>" in page
        assert f'<th scope="row">{date_format(self.today, "M")}</th><td>1</td>' in page  # the wish, noted twice
        page = self.client.get("/notes/days/patterns/").content.decode()
        assert "In the morning there was no use on 10\u00a0of\u00a010 noted times" in page
        assert "After: Listened" in page

    def test_today_is_hers(self) -> None:
        ContactProfile.objects.create(member=self.alice, zone="Pacific/Auckland")
        late = datetime(2026, 3, 13, 20, 0, tzinfo=UTC)  # the 14th over there
        with patch("django.utils.timezone.now", lambda: late):
            self.assertContains(self.client.get("/notes/days/on/2026-03-14/"), "Saturday, 14 March")
            self.sign_in(self.bob)
            assert self.client.get("/notes/days/on/2026-03-14/").status_code == 404

    def test_another_members_notes_are_not_here(self) -> None:
        write(self.client, "journal", {"what": CANARY, "day": "2026-03-14"})
        make(self.alice, 9, "observation", state="use", day="2026-03-14")
        self.sign_in(self.bob)
        self.assertNotContains(self.client.get("/notes/days/on/2026-03-14/"), CANARY)
        self.assertContains(self.client.get("/notes/days/month/2026-03-01/"), "14 March, nothing noted")
        assert date(2026, 3, 14) < self.today

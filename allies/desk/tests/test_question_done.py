"""What is done with, and what came of it."""

from __future__ import annotations

from datetime import timedelta

from django.utils.timezone import now

from allies.accounts import apart
from allies.answers.models import FollowUp
from allies.answers.testing import make_question
from allies.desk.testing import DeskTestCase
from allies.testing import make_member


class DoneTests(DeskTestCase):
    def setUp(self) -> None:
        self.sign_in(self.sam)

    def closed(self) -> str:
        return self.page("/desk/questions/?show=closed")

    def test_closed_ones_the_latest_first(self) -> None:
        assert "opens again when its asker writes" in self.closed()
        make_question(self.alice, "Older.", sent=True, closed_at=now() - timedelta(days=3))
        make_question(self.alice, "Newer.", sent=True, closed_at=now() - timedelta(days=1, seconds=1))
        make_question(self.alice, "Still open.", sent=True)
        make_question(self.sam, "His own.", sent=True, closed_at=now())
        page = self.closed()
        assert page.index("Newer.") < page.index("Older.")
        assert "closed 1\xa0day ago" in page
        assert "Still open." not in page
        assert "His own." not in page
        assert 'href="?show=closed" aria-current="page"' in page

    def test_not_of_whom_he_must_not_meet(self) -> None:
        make_question(self.alice, "Older.", sent=True, closed_at=now())
        apart.avoid("alice", "", by=self.sam)
        assert "Older." not in self.closed()

    def test_twenty_a_page_with_seven_queries(self) -> None:
        for number in range(45):
            make_question(make_member(), f"Words {number}.", sent=True, closed_at=now())
        with self.assertNumQueries(7):  # as the other tabs, and how many there are
            page = self.page("/desk/questions/?show=closed&page=2")
        assert page.count('class="teaser"') == 20
        assert "?show=closed&amp;page=3" in page

    def test_what_happened_stands_on_the_overview_with_its_numbers(self) -> None:
        assert "what happened after our answer" not in self.page("/desk/")
        for outcome in ("", "better", "same"):
            question = make_question(make_member(), sent=True, closed_at=now())
            told = {"outcome": outcome, "answered_at": now()} if outcome else {}
            FollowUp.objects.create(member=question.member, question=question, text="", **told)
            if not outcome:
                page = self.page("/desk/")
                assert "We asked 1 member what" in page
                assert "Nobody has told us yet." in page
        page = self.page("/desk/")
        for said in ("We asked 3 members what", "2 told us.", "For 1 of 2 it is better."):
            assert said in page, said
        self.sign_in(self.vera)
        assert "what happened after our answer" not in self.page("/desk/")

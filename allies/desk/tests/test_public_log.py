from __future__ import annotations

from datetime import UTC, datetime, timedelta

from django.core.cache import cache
from django.utils.timezone import now

from allies.desk.public_log import in_the_middle, public_log, shown
from allies.desk.testing import WORDS, DeskTestCase
from allies.moderation.models import Appeal, Case, Measure


class PublicLogTests(DeskTestCase):
    def setUp(self) -> None:
        cache.clear()

    def decided(self, outcome: str, count: int, **fields: object) -> None:
        for number in range(count):
            case = self.case(self.written(f"{outcome} {number}"), why=["reported"])
            taken = timedelta(minutes=10 * (number + 1))
            times = {"opened_at": now() - taken, "closed_at": now(), "closed_by": self.vera}
            Case.objects.filter(pk=case.pk).update(outcome=outcome, **times, **fields)

    def row(self, label: str, page: str) -> str:
        return page.split(f'<th scope="row">{label}</th><td>')[1].split("</td>")[0]

    def test_a_stranger_reads_what_was_done_and_why(self) -> None:
        self.decided("approved", 3)
        self.decided("removed", 4)
        page = self.page("/moderation-log/")
        assert self.row("Comments that somebody looked at", page) == "7"
        assert self.row("They stayed", page) == "3"
        assert self.row("Removed", page) == "4"
        assert self.row("Reported by a member", page) == "7"
        assert self.row("Half of the decisions came within", page) == "20\xa0minutes"

    def test_nobody_is_named_and_nothing_quoted(self) -> None:
        self.decided("removed", 3)
        measure = Measure.objects.create(member=self.alice, kind="paused", reason="Rest.", by=self.vera, at=now())
        Appeal.objects.create(member=self.alice, measure=measure, words="Please.")
        page = self.page("/moderation-log/")
        for told in ("alice", "vera", WORDS, "Rest.", "Please."):
            assert told not in page

    def test_small_numbers_hide(self) -> None:
        self.decided("removed", 1)
        page = self.page("/moderation-log/")
        assert self.row("Removed", page) == "fewer than 3"
        assert self.row("Half of the decisions came within", page) == "–"
        assert [shown(count) for count in (0, 1, 2, 3)] == ["0", "fewer than 3", "fewer than 3", "3"]

    def test_what_its_writer_took_away_was_no_decision(self) -> None:
        self.decided("gone", 3)
        assert self.row("Comments that somebody looked at", self.page("/moderation-log/")) == "0"

    def test_months_are_apart_and_go_back_a_year(self) -> None:
        def at(month: str) -> datetime:
            return datetime.fromisoformat(f"{month}-10T12:00").replace(tzinfo=UTC)

        for month in ("2026-03", "2026-02", "2025-04", "2025-03"):
            Measure.objects.create(member=self.bob, kind="paused", reason="", by=self.vera, at=at(month))
        months = [month for month in public_log(at("2026-03")) if month.counts["paused"]]
        assert [f"{month.first:%Y-%m}" for month in months] == ["2026-03", "2026-02", "2025-04"]

    def test_it_is_made_once_an_hour(self) -> None:
        self.page("/moderation-log/")
        self.decided("removed", 3)
        assert self.row("Removed", self.page("/moderation-log/")) == "0"

    def test_it_asks_no_more_for_more(self) -> None:
        self.decided("removed", 1)
        with self.assertNumQueries(8):
            public_log(now())
        self.decided("approved", 5)
        with self.assertNumQueries(8):
            public_log(now())

    def test_nothing_is_changed_here(self) -> None:
        assert self.client.post("/moderation-log/").status_code == 405


def test_the_middle() -> None:
    minutes = [timedelta(minutes=number) for number in (1, 90, 3000)]
    assert in_the_middle(minutes) == "1\xa0hour"
    assert in_the_middle([timedelta(seconds=9)] * 3) == "less than a minute"
    assert in_the_middle(minutes[:2]) == "–"

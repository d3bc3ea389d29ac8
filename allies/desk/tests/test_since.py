from __future__ import annotations

from datetime import timedelta

from django.utils.timezone import now

from allies.desk.templatetags.since import ago, lasting
from allies.desk.testing import DeskTestCase

A_WHILE = timedelta(minutes=5, seconds=1)


class SinceTests(DeskTestCase):
    def setUp(self) -> None:
        self.sign_in(self.vera)

    def test_the_first_minute_has_no_number(self) -> None:
        then = now()
        assert lasting(then, then + timedelta(seconds=59)) == ""
        assert lasting(then, then + timedelta(minutes=1)) == "1\xa0minute"
        assert (ago(then), ago(then - A_WHILE)) == ("just now", "5\xa0minutes ago")

    def test_the_queue(self) -> None:
        self.case(opened_at=now())
        page = self.page("/desk/queue/")
        assert "<span>just now</span>" in page
        assert "waits for" not in page
        self.case(self.written("Before."), opened_at=now() - A_WHILE)
        assert "waits for 5\xa0minutes" in self.page("/desk/queue/")

    def test_alerts(self) -> None:
        alert = self.alert(owner=self.edda, raised_at=now(), responded_at=now())
        pages = [self.page(path) for path in ("/desk/", "/desk/alerts/", f"/desk/alerts/{alert.pk}/")]
        for page in pages:
            assert "Just now." in page
            assert "0\xa0minutes" not in page
        assert "First response within a minute." in pages[1]
        assert "edda took this just now." in pages[2]

    def test_who_took_a_case(self) -> None:
        assert "edda took this just now." in self.page(f"/desk/queue/{self.case(held_by=self.edda).pk}/")

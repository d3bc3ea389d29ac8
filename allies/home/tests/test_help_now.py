from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.db import OperationalError, connection
from django.test import override_settings

from allies.home.helplines import EVERYWHERE
from allies.home.loading import load_helplines
from allies.home.models import HelpLine
from allies.testing import MemberTestCase


def broken(execute: Callable[..., Any], *args: Any) -> Any:
    raise OperationalError("the database does not answer")


class HelpNow(MemberTestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        super().setUpTestData()
        load_helplines(settings.CONTENT / "helplines.toml")

    def page(self, query: str = "") -> str:
        response = self.client.get(f"/help/now/{query}")
        assert response.status_code == 200
        return response.content.decode()

    def test_shows_the_numbers_of_the_safety_rules(self) -> None:
        page = self.page()
        for number in (
            "tel:911",
            "tel:988",
            "sms:988",
            "tel:18007997233",
            "sms:741741",
            "tel:18006624357",
            "tel:18004224453",
        ):
            assert f'href="{number}"' in page

    def test_keeps_the_order_of_the_safety_rules(self) -> None:
        page = self.page()
        places = [
            page.index(f'id="{name}"')
            for name in ("emergency", "overdose", "suicide", "violence", "child", "elsewhere")
        ]
        assert places == sorted(places)

    def test_is_the_same_for_everybody_with_one_query(self) -> None:
        signed_out = self.page()
        self.sign_in(self.alice)
        with self.assertNumQueries(1):
            response = self.client.get("/help/now/")
        assert response.content.decode() == signed_out
        assert not response.cookies

    def test_is_there_when_the_database_is_not(self) -> None:
        self.sign_in(self.alice)
        with self.assertLogs("allies.home.helplines", "ERROR"), connection.execute_wrapper(broken):
            page = self.page()
        assert 'href="tel:911"' in page
        assert 'href="tel:988"' in page

    def test_another_country_comes_first_when_asked_for(self) -> None:
        page = self.page("?country=gb")
        assert 'href="tel:999"' in page.split('id="overdose"')[0]
        assert "United States · 911" in page

    def test_a_country_without_lines_falls_back(self) -> None:
        first = self.page("?country=FR").split('id="overdose"')[0]
        assert f'href="tel:{EVERYWHERE}"' in first
        assert "your local emergency number" in first

    def test_bad_countries_show_the_sites_own(self) -> None:
        for country in ("zz", "../etc", "%00", "<script>", "U", "US'--", "🇺🇸", "x" * 5000):
            page = self.client.get("/help/now/", {"country": country}).content.decode()
            assert 'href="tel:911"' in page.split('id="overdose"')[0]
            assert "We do not know that country" in page
            assert "<script>" not in page

    @override_settings(COUNTRY="AU")
    def test_the_operators_country_is_first(self) -> None:
        assert 'href="tel:000"' in self.page().split('id="overdose"')[0]

    def test_an_empty_table_still_tells_whom_to_call(self) -> None:
        HelpLine.objects.all().delete()
        assert f'href="tel:{EVERYWHERE}"' in self.page()

    def test_takes_nothing_but_reading(self) -> None:
        assert self.client.post("/help/now/").status_code == 405
        assert self.client.head("/help/now/").status_code == 200

from __future__ import annotations

import pytest
from pytest_django import Settings

from allies.home.checks import the_country_exists, the_way_out_leads_away
from allies.home.countries import COUNTRIES


@pytest.mark.parametrize(
    "address", ["https://www.weather.gov/", "https://example.org", "https://example.org:8443/a?b=c"]
)
def test_a_way_out(address: str, settings: Settings) -> None:
    settings.EXIT_URL = address
    assert the_way_out_leads_away() == []


@pytest.mark.parametrize(
    "address",
    [
        "",
        "http://www.weather.gov/",
        "www.weather.gov",
        "/",
        "javascript:alert(1)",
        "https://",
        "https://[::1",
        "https://a@b.example/",
        "https://a.example/\r\nSet-Cookie: x=1",
        "https://notes.example/somewhere",
        "data:text/html,x",
    ],
)
def test_no_way_out(address: str, settings: Settings) -> None:
    settings.ORIGIN, settings.EXIT_URL = "https://notes.example", address
    assert [error.id for error in the_way_out_leads_away()] == ["allies.E010"]


@pytest.mark.parametrize(("country", "known"), [("US", True), ("GB", True), ("ZZ", False), ("USA", False), ("", False)])
def test_the_country(country: str, known: bool, settings: Settings) -> None:
    settings.COUNTRY = country
    assert (the_country_exists() == []) is known


def test_every_country_has_two_letters_and_a_name() -> None:
    assert len(COUNTRIES) == 249
    assert all(len(code) == 2 and code.isupper() and name.strip() == name and name for code, name in COUNTRIES.items())

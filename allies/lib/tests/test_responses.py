"""What every answer carries, and how it is packed."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.conf import settings
from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.test import RequestFactory

from allies.lib.compress import CompressText
from allies.lib.edition import minutes_to_read
from allies.lib.headers import DESK_POLICY, POLICY, PrivacyHeaders
from allies.lib.stylesheet import NAME, JoinedStylesheetFinder, joined


def answered(path: str, response: HttpResponse | None = None) -> HttpResponse:
    return PrivacyHeaders(lambda request: response or HttpResponse())(RequestFactory().get(path))


def test_pages_are_kept_by_nobody_and_load_nothing_from_elsewhere() -> None:
    headers = answered("/answers/").headers
    assert headers["Content-Security-Policy"] == POLICY
    assert headers["Cache-Control"] == "no-store, private"
    assert headers["X-Robots-Tag"] == "noindex, noarchive"
    assert "default-src 'none'" in POLICY
    for loose in ("unsafe", "data:", "http", "*"):
        assert loose not in POLICY


def test_the_desk_has_a_policy_of_its_own_and_static_files_may_be_kept() -> None:
    assert answered("/cms/pages/").headers["Content-Security-Policy"] == DESK_POLICY
    assert answered("/cms-not/").headers["Content-Security-Policy"] == POLICY
    static = answered(f"{settings.STATIC_URL}css/site.css").headers
    assert "Cache-Control" not in static
    assert static["Content-Security-Policy"] == POLICY


def test_a_view_may_say_more_about_itself() -> None:
    assert answered("/", HttpResponse(headers={"Cache-Control": "no-cache"}))["Cache-Control"] == "no-cache"


def packed(response: HttpResponseBase) -> HttpResponseBase:
    def view(request: HttpRequest) -> HttpResponseBase:
        return response

    return CompressText(view)(RequestFactory().get("/", HTTP_ACCEPT_ENCODING="gzip"))


@pytest.mark.parametrize(
    ("kind", "expected"),
    [("text/html", True), ("application/atom+xml", True), ("video/mp4", False), ("image/png", False)],
)
def test_text_is_packed_and_media_is_not(kind: str, expected: bool) -> None:
    response = packed(HttpResponse(b"words and " * 500, content_type=kind))
    assert response.has_header("Content-Encoding") is expected


@pytest.mark.django_db
def test_what_is_streamed_keeps_its_length(tmp_path: Path) -> None:
    (tmp_path / "a.vtt").write_bytes(b"WEBVTT\n" * 500)
    response = packed(FileResponse((tmp_path / "a.vtt").open("rb"), content_type="text/vtt"))
    assert not response.has_header("Content-Encoding")
    assert response["Content-Length"] == "3500"
    assert b"".join(response) == b"WEBVTT\n" * 500  # type: ignore[arg-type]
    response.close()


@pytest.mark.parametrize(("words", "minutes"), [(0, 1), (1, 1), (200, 1), (201, 2), (1000, 5), (1001, 6)])
def test_minutes_to_read(words: int, minutes: int) -> None:
    html = '<p class="a b c d">' + " ".join(["<b>tea</b>"] * words) + "</p>"
    assert minutes_to_read(html) == minutes


def test_every_stylesheet_is_in_the_one_that_pages_link() -> None:
    folder = settings.ROOT / "allies" / "static" / "css"
    whole = joined(folder)
    assert [path.name for path in folder.glob("*.css") if path.read_text() not in whole] == []
    assert [name for name, _storage in JoinedStylesheetFinder().list([])] == [NAME]

from __future__ import annotations

import logging
import sys
from pathlib import Path

import pytest

from allies.lib import pdf as printing
from allies.lib.pdf import CannotPrintError, can_print, pdf

PAGE = "<!doctype html><html lang='en'><head><title>Notes</title></head><body><h1>Notes</h1>%s</body></html>"
printed = pytest.mark.skipif(not can_print(), reason=f"PDFs need {printing.NEEDED}")


@printed
def test_a_page_becomes_a_pdf() -> None:
    made = pdf(PAGE % "<p>Words that stay. ä 日本</p>")
    assert made.startswith(b"%PDF-")
    assert b"%%EOF" in made[-32:]


@printed
def test_nothing_is_fetched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    """Neither from another host nor from this machine."""
    secret = tmp_path / "secret.svg"
    secret.write_text("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><text>zebrafish</text></svg>")
    with caplog.at_level("WARNING", logger="weasyprint"):
        monkeypatch.setattr(logging.getLogger("weasyprint"), "propagate", True)
        made = pdf(
            PAGE % f"<img src='{secret.as_uri()}'><img src='https://example.org/a.png'>"
            "<style>@import 'https://example.org/b.css'; p { background: url(https://example.org/c.png) }</style>"
            "<link rel='attachment' href='https://example.org/d.txt'><p>x</p>"
        )
    refused = [record.getMessage() for record in caplog.records if "nothing is fetched" in record.getMessage()]
    named = ("secret.svg", "a.png", "b.css", "c.png", "attachment")
    assert [name for name in named if not any(name in each for each in refused)] == []
    assert made.startswith(b"%PDF-")


def test_a_machine_without_the_libraries_says_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    printing._weasyprint.cache_clear()
    try:
        assert not can_print()
        with pytest.raises(CannotPrintError, match="apt-get install libpango"):
            pdf(PAGE % "")
    finally:
        printing._weasyprint.cache_clear()

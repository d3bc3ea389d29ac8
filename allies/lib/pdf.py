"""Pages on paper: one HTML document in, one PDF out. Nothing is fetched for it, whatever the document names."""

from __future__ import annotations

import logging
from contextlib import redirect_stdout
from functools import cache
from io import StringIO
from pathlib import Path
from threading import Lock
from typing import Any

STYLE = Path(__file__).with_name("pdf.css")
NEEDED = "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"  # Debian's names; docs/operating.md tells them too
_one_at_a_time = Lock()  # a long document takes some hundred MB while it is set


class CannotPrintError(RuntimeError):
    """This machine lacks what PDFs are set with. Everything else works without it."""


class FetchedError(ValueError):
    """The document named something that would have to be fetched."""


def pdf(html: str) -> bytes:
    """`html`: a whole document, escaped by whoever made it. Raises CannotPrintError where it cannot be made."""
    weasyprint = _weasyprint()
    if weasyprint is None:
        raise CannotPrintError(f"PDFs need libraries that are not installed here. On Debian: apt-get install {NEEDED}")
    nothing = _refusing(weasyprint)
    style = weasyprint.CSS(string=STYLE.read_text(), url_fetcher=nothing)
    with _one_at_a_time:
        made: bytes = weasyprint.HTML(string=html, url_fetcher=nothing).write_pdf(stylesheets=[style])
    return made


def can_print() -> bool:
    return _weasyprint() is not None


@cache
def _weasyprint() -> Any:
    """Loaded when it is asked for first: it takes memory, and system libraries that a site can do without."""
    try:
        with redirect_stdout(StringIO()):  # what it prints when one is missing says less than we do
            import weasyprint
    except (ImportError, OSError):
        return None
    logging.getLogger("weasyprint").propagate = False  # its warnings may quote the document
    return weasyprint


def _refusing(weasyprint: Any) -> Any:
    class Refusing(weasyprint.URLFetcher):
        def fetch(self, url: str, headers: Any = None) -> Any:
            raise FetchedError("nothing is fetched for a PDF")

    return Refusing()

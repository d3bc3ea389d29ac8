"""On a machine without the libraries for PDFs everything else works, and the page says so."""

from __future__ import annotations

import sys
from unittest.mock import patch

from allies.lib import pdf
from allies.testing import MemberTestCase


class NoPdf(MemberTestCase):
    def setUp(self) -> None:
        self.enterContext(patch.dict(sys.modules, {"weasyprint": None}))
        pdf._weasyprint.cache_clear()
        self.addCleanup(pdf._weasyprint.cache_clear)
        self.sign_in(self.alice, fresh=True)

    def test_the_page_offers_the_complete_file_alone(self) -> None:
        page = self.client.get("/me/my-data/").content.decode()
        assert "cannot make a PDF" in page
        assert "/me/my-data/pdf/" not in page
        refused = self.client.post("/me/my-data/pdf/")
        assert refused.status_code == 503
        assert "cannot make a PDF" in refused.content.decode()
        assert b"".join(self.client.post("/me/my-data/json/")).endswith(b'"complete": true\n}\n')

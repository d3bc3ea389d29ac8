"""The page that a device keeps for when there is no connection."""

from __future__ import annotations

import json
import re

from allies.craft.table import table
from allies.testing import MemberTestCase


class OnTheDevice(MemberTestCase):
    def test_the_page_for_the_device_names_nobody(self) -> None:
        self.sign_in(self.alice)
        page = self.client.get("/now/kept/").content.decode()
        assert "alice" not in page
        assert "csrf" not in page
        assert self.client.post("/now/kept/").status_code == 405

    def test_holds_the_whole_table_and_a_mould_of_the_answer(self) -> None:
        self.sign_in(self.alice)
        page = self.client.get("/now/kept/").content.decode()
        found = re.search(r'<script id="now-words" type="application/json">(.*?)</script>', page)
        assert found
        rules = json.loads(found[1])["rules"]
        assert [row["why"] for row in rules["stances"]] == [row.why for row in table().answering]
        assert len(rules["guards"]) == len(table().guarding)
        mould = page[page.index('<template id="now-answer">') :]
        for key in ("overdose", "suicide", "violence", "child"):
            assert f'data-part="{key}"' in mould
        assert "What happened?" not in mould  # that needs a connection

    def test_a_stranger_signs_in_first(self) -> None:
        for path in ("/now/", "/now/kept/"):
            assert self.client.get(path)["Location"].startswith("/sign-in/")

"""What a member takes along of her notes: every answer in the complete file, questions and answers on paper."""

from __future__ import annotations

import json
from uuid import uuid4

from django.utils.timezone import now

from allies.accounts.exporting import as_json
from allies.accounts.readable import as_html
from allies.notebook import keeping
from allies.notebook.kinds import KINDS
from allies.notebook.models import Given
from allies.testing import MemberTestCase


class TakenAlongTests(MemberTestCase):
    def setUp(self) -> None:
        given: Given = {"day": "2026-03-14", "state": "non_use", "i_did": ["praised"], "more": "He showed me a coin."}
        keeping.keep(KINDS["observation"], uuid4(), given, by=self.alice, opened=None, new=True)

    def test_the_complete_file_has_each_answer_by_its_field(self) -> None:
        (row,) = json.loads("".join(as_json(self.alice, at=now())))["records"]["notebook.Entry"]
        assert row["kind"] == "observation"
        assert row["words"]["given"]["i_did"] == ["praised"]
        assert row["words"]["given"]["more"] == "He showed me a coin."

    def test_on_paper_each_answer_stands_under_its_question_in_words(self) -> None:
        page = as_html(self.alice, at=now())
        assert "Your notes" in page
        assert "<b>Days and moments</b>" in page
        assert "Said something kind" in page
        assert "He showed me a coin." in page
        for raw in ("praised", "given", "{", "non_use"):
            assert raw not in page, raw

    def test_nobody_elses_are_in_it(self) -> None:
        assert "coin" not in as_html(self.bob, at=now())

"""A question on its way to a published answer, for the tests."""

from __future__ import annotations

from typing import Any
from unittest.mock import patch

from allies.answers import details, quoting, second_readings
from allies.answers.models import AnswerPage, Question, Quotation
from allies.answers.second_readings import Ticks
from allies.answers.shown import around
from allies.answers.testing import make_question
from allies.home.actions import prepare_site
from allies.language.veiling import Detail, veil
from allies.testing import MemberTestCase

CANARY = "He put the zebrafish coin beside the kettle at dawn."
ASKED = f"{CANARY} My number is 020 7946 0958. What do I say?"
ALL = Ticks(safety=True, language=True, identity=True)


def numbers_alone(text: str) -> list[Detail]:
    return [each for each in veil(text) if each.kind == "identity"]


class QuotedTestCase(MemberTestCase):
    """Alice asks; Sam writes; Edda owns the question; Rhea reads."""

    question: Question

    @classmethod
    def setUpTestData(cls) -> None:
        super().setUpTestData()
        # What exactly is marked is the language room's matter: here it is the number alone, whatever else it learns.
        cls.enterClassContext(patch.object(details, "veil", numbers_alone))
        prepare_site()
        cls.question = cls.asked_by_alice()

    @classmethod
    def asked_by_alice(cls) -> Question:
        return make_question(cls.alice, ASKED, sent=True, may_share=True, owner=cls.edda)

    def page(self) -> AnswerPage:
        return AnswerPage.objects.get(quoted_in__question=self.question)

    def begun(self) -> Quotation:
        quotation = quoting.begin(self.question, by=self.sam)
        self.write(title="A walk at night", summary="She wants to know what to say.")
        return quotation

    def write(self, **fields: Any) -> None:
        page: Any = self.page().get_latest_revision_as_object()
        page.body = fields.pop("body", [("text", "<p>Wait until morning.</p>")])
        for name, value in fields.items():
            setattr(page, name, value)
        page.save_revision(user=self.sam)

    def asked(self) -> Quotation:
        return quoting.propose(self.begun(), by=self.sam)

    def agree(self, quotation: Quotation, *, named: bool = False) -> None:
        seen = around(quoting.page_of(quotation.question))
        quoting.consent(quotation, by=self.alice, named=named, seen=seen)

    def agreed(self, *, named: bool = False) -> Quotation:
        quotation = self.asked()
        self.agree(quotation, named=named)
        return quotation

    def submit(self) -> None:
        page = self.page()
        page.get_workflow().start(page, self.sam)

    def read(self) -> None:
        second_readings.approve(Question.objects.get(pk=self.question.pk), ALL, by=self.rhea)

    def published(self, *, named: bool = False, **fields: Any) -> Quotation:
        quotation = self.asked()
        if fields:
            self.write(**fields)
        self.agree(quotation, named=named)
        self.submit()
        self.read()
        assert self.page().live
        return quotation

    def html(self) -> str:
        self.sign_in(self.bob)
        return str(self.client.get(self.page().address).content.decode())

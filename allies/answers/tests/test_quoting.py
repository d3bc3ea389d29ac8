"""What is shown of a question: proposed, agreed to, read twice, and never without one of these."""

from __future__ import annotations

import pytest

from allies.answers import quoting, second_readings
from allies.answers.details import first_choices
from allies.answers.models import AnswerEdition, Consent, Question, Quotation
from allies.answers.shown import ChangedError, NotClearedError, around, objection
from allies.answers.tests.quoted import ALL, CANARY, QuotedTestCase
from allies.audit.models import Entry


class QuotingTests(QuotedTestCase):
    def publish(self) -> None:
        self.page().get_latest_revision().publish(user=self.edda, skip_permission_checks=True)

    def refused(self) -> str:
        with pytest.raises(NotClearedError) as caught:
            self.publish()
        assert not self.page().live
        assert not AnswerEdition.objects.filter(page=self.page()).exists()
        return str(caught.value)

    def test_the_whole_way(self) -> None:
        self.published()
        shown = self.html()
        assert CANARY in shown
        assert "7946" not in shown
        assert "<footer>a member</footer>" in shown
        verbs = list(Entry.objects.order_by("pk").values_list("verb", flat=True))
        assert [each for each in verbs if not each.startswith(("page", "role"))] == [
            "quotation-begun",
            "consent-asked",
            "consent-given",
            "quotation-approved",
        ]
        assert not any(CANARY in str(row) for row in Entry.objects.values())

    def test_she_is_named_when_she_says_so(self) -> None:
        self.published(named=True)
        assert "<footer>alice</footer>" in self.html()

    def test_the_page_itself_never_holds_her_words(self) -> None:
        self.published(named=True)
        page = self.page()
        kept = [str(page.get_latest_revision().content), page.asked, page.asked_by]
        assert not any(CANARY in each or "alice" in each for each in kept)

    def test_a_private_question_is_never_begun(self) -> None:
        Question.objects.update(may_share=False)
        with pytest.raises(PermissionError):
            quoting.begin(self.question, by=self.sam)
        for member in (self.bob, self.vera, self.odile):
            with pytest.raises(PermissionError):
                quoting.begin(self.question, by=member)

    def test_beginning_twice_is_beginning_once(self) -> None:
        assert self.begun() == quoting.begin(self.question, by=self.edda)
        assert Quotation.objects.count() == 1

    def test_silence_is_no_consent(self) -> None:
        self.begun()
        assert "has not agreed" in self.refused()
        quoting.propose(Quotation.objects.get(), by=self.sam)
        assert "not answered yet" in self.refused()

    def test_consent_alone_does_not_publish(self) -> None:
        self.agreed()
        assert "second reader" in self.refused()

    def test_the_second_reader_alone_does_not_publish(self) -> None:
        self.published()
        quoting.withdraw(self.question, by=self.alice)
        with pytest.raises(NotClearedError):
            self.publish()

    def test_a_new_version_needs_a_new_consent_and_a_new_reading(self) -> None:
        seen = quoting.state_of(self.agreed())
        quoting.choose(self.question, first_choices("Other words."), by=self.sam, seen=seen)
        newer = quoting.propose(Quotation.objects.get(version=2), by=self.sam)
        assert "not answered yet" in self.refused()
        self.agree(newer)
        assert "second reader" in self.refused()

    def test_what_stands_around_is_part_of_the_consent(self) -> None:
        self.agreed()
        self.write(summary="Something else.")
        assert "changed since" in self.refused()

    def test_what_changed_while_she_read_is_not_agreed_to(self) -> None:
        quotation = self.asked()
        seen = around(quoting.page_of(self.question))
        self.write(title="Another headline")
        with pytest.raises(ChangedError):
            quoting.consent(quotation, by=self.alice, named=False, seen=seen)
        assert not Consent.objects.exists()

    def test_nobody_else_decides(self) -> None:
        quotation = self.asked()
        for member in (self.bob, self.sam, self.edda):
            with pytest.raises(PermissionError):
                quoting.consent(quotation, by=member, named=False, seen="")
            with pytest.raises(PermissionError):
                quoting.withdraw(self.question, by=member)

    def test_a_detail_that_was_hidden_may_not_stand_in_the_answer(self) -> None:
        self.agreed()
        self.write(body=[("text", "<p>Call 020 <b>7946</b> 0958 first.</p>")], summary="She wants to know what to say.")
        self.submit()
        with pytest.raises(NotClearedError):
            second_readings.approve(self.question, ALL, by=self.rhea)
        assert not self.page().live
        assert "second reader" in objection(quoting.page_of(self.question))

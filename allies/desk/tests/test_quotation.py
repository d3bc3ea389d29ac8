"""The desk's pages on the way to an answer for everybody."""

from __future__ import annotations

from typing import Any

from allies.accounts.unsent import mark
from allies.answers import following_up, quoting
from allies.answers.details import Choices
from allies.answers.models import Consent, FollowUp, Quotation, SecondReading
from allies.answers.tests.quoted import ASKED, CANARY, QuotedTestCase

PLACE = ASKED.index("020")
TICKED = {"safety": "on", "language": "on", "identity": "on"}


class QuotationPages(QuotedTestCase):
    def setUp(self) -> None:
        self.at = f"/desk/questions/{self.question.pk}/answer/"
        self.reading_at = f"/desk/questions/{self.question.pk}/second-reading/"
        self.sign_in(self.sam)

    def chosen(self, **more: str) -> dict[str, str]:
        given = {"choice": "own", "own": "a number", "why": "", **more}
        fields = {f"{name}_{PLACE}" if name in ("choice", "own", "why") else name: each for name, each in given.items()}
        return {"more": "", "seen": quoting.state_of(Quotation.objects.order_by("-version")[0]), **fields}

    def text(self) -> str:
        return str(Quotation.objects.order_by("-version")[0].text)

    def test_begin_choose_and_ask(self) -> None:
        self.assertContains(self.client.get(self.at), "/answer/begin/")
        self.assertRedirects(self.client.post(f"{self.at}begin/"), self.at)
        self.assertContains(self.client.get(self.at), "<mark>020 7946 0958")
        self.assertRedirects(self.client.post(self.at, self.chosen()), self.at)
        assert self.text() == ASKED.replace("020 7946 0958", "a number")
        self.assertContains(self.client.post(f"{self.at}propose/", follow=True), "headline and the summary first")
        self.write(summary="She wants to know.")
        self.client.post(f"{self.at}propose/")
        assert Quotation.objects.get().sent_at
        self.assertContains(self.client.get(self.at), "Silence is not a yes")
        assert not Consent.objects.exists()

    def test_more_can_be_marked_by_hand(self) -> None:
        self.begun()
        self.client.post(self.at, self.chosen(more="zebrafish coin => keepsake\nat dawn =>"))
        assert "He put the keepsake beside the kettle." in self.text()
        assert "zebrafish coin" in Choices.loaded(Quotation.objects.get().choices).hidden()
        self.assertContains(self.client.get(self.at), "<mark>zebrafish coin")

    def test_what_is_wrong_is_said_and_nothing_is_lost(self) -> None:
        self.begun()
        for wrong, said in (
            (self.chosen(choice="leave"), "Say why it may stay"),
            (self.chosen(own=""), "Write what should stand there"),
            (self.chosen(more="never written => x"), "does not stand in the question"),
            (self.chosen(more="7946 => x"), "marked above already"),
            (self.chosen(choice="99"), "Select a valid choice"),
        ):
            response = self.client.post(self.at, wrong)
            self.assertContains(response, said, status_code=422)
            assert wrong["more"].split(" =>")[0] in response.content.decode()

    def test_words_of_an_ended_session_come_back(self) -> None:
        self.begun()
        self.client.logout()
        typed = self.chosen(own="my very own words", more="at dawn => early", whose=mark(self.sam))
        self.client.post(self.at, typed, headers={"referer": f"http://testserver{self.at}"})
        self.sign_in(self.sam)
        page = self.client.get(self.at).content.decode()
        assert "my very own words" in page
        assert "at dawn =&gt; early" in page

    def test_a_choice_after_she_has_seen_it_is_a_new_version(self) -> None:
        self.asked()
        self.client.post(self.at, self.chosen())
        assert list(Quotation.objects.order_by("version").values_list("version", flat=True)) == [1, 2]
        assert Quotation.objects.get(version=2).sent_at is None

    def test_the_second_reader_approves_with_the_whole_list(self) -> None:
        self.agreed()
        self.submit()
        self.sign_in(self.rhea)
        self.assertContains(self.client.get(self.reading_at), CANARY)
        response = self.client.post(self.reading_at, {"safety": "on", "approve": "1", "note": "Half a thought"})
        self.assertContains(response, "Half a thought", status_code=422)
        assert not self.page().live
        self.assertRedirects(self.client.post(self.reading_at, TICKED | {"approve": "1"}), self.reading_at)
        assert self.page().live
        assert CANARY in self.html()

    def test_the_second_reader_sends_it_back_with_a_sealed_note(self) -> None:
        self.agreed()
        self.submit()
        self.sign_in(self.rhea)
        self.assertContains(self.client.post(self.reading_at, {"return": "1"}), "Say what should", status_code=422)
        self.client.post(self.reading_at, {"return": "1", "note": "The kettle tells."})
        assert not self.page().workflow_in_progress
        assert SecondReading.objects.get().text == "The kettle tells."
        self.sign_in(self.sam)
        self.assertContains(self.client.get(self.at), "The kettle tells.")

    def test_neither_its_writer_nor_who_has_the_question_reads_it(self) -> None:
        self.agreed()
        self.submit()
        self.sign_in(self.edda)  # has the question
        response: Any = self.client.post(self.reading_at, TICKED | {"approve": "1"})
        self.assertContains(response, "neither wrote this", status_code=422)
        assert not self.page().live

    def test_what_happened_is_shown_once_somebody_has_read_it(self) -> None:
        self.published()
        row = FollowUp.objects.create(member=self.alice, question=self.question, text="")
        following_up.tell(row, "better", "We talk again.", may_show=True, by=self.alice)
        assert "We talk again." not in self.html()
        self.sign_in(self.rhea)
        self.assertContains(self.client.get(self.reading_at), "We talk again.")
        self.client.post(f"{self.reading_at}show/")
        assert "We talk again." in self.html()

"""Asking the team: the form, what may help already, sending, and what survives."""

from __future__ import annotations

from django.utils.timezone import now

from allies.answers.models import Question
from allies.answers.testing import WORDS, make_answer, make_question
from allies.audit.models import Entry
from allies.testing import MemberTestCase

FULL = {"situation": WORDS, "tried": "I left a note.", "hope": "One calm evening.", "relationship": "grown-child"}


class Ask(MemberTestCase):
    def setUp(self) -> None:
        self.sign_in(self.alice)

    def test_a_question_goes_to_the_team(self) -> None:
        response = self.client.post("/ask/", FULL | {"sharing": "share", "stage": "wavering"})
        question = Question.objects.get()
        assert response["Location"] == f"{question.address}?sent=1"
        assert (question.situation, question.tried, question.hope) == (WORDS, FULL["tried"], FULL["hope"])
        assert question.about == "grown-child\nwavering"
        assert question.may_share
        assert question.due_at is not None
        assert question.due_at > now()
        assert not question.urgent
        page = self.client.get(response["Location"]).content.decode()
        assert WORDS in page
        assert f'data-draft-done="ask-{self.alice.pk}"' in page
        entry = Entry.objects.get(verb="question-sent")
        assert WORDS not in entry.target + entry.reason

    def test_only_what_is_going_on_is_needed(self) -> None:
        assert self.client.post("/ask/", {"situation": WORDS}).status_code == 302
        question = Question.objects.get()
        assert (question.tried, question.about, question.may_share) == ("", "", False)

    def test_nothing_written_says_what_is_missing_and_keeps_the_rest(self) -> None:
        response = self.client.post("/ask/", {"situation": " ", "tried": "A letter.", "sharing": "share"})
        assert response.status_code == 422
        self.assertContains(response, "Please write a few words about what is going on.", status_code=422)
        self.assertContains(response, "A letter.", status_code=422)
        assert Question.objects.of(self.alice).drafts().get().tried == "A letter."
        self.assertContains(self.client.get("/ask/"), "A letter.")

    def test_too_long_is_kept_whole(self) -> None:
        long = "word " * 1500
        response = self.client.post("/ask/", {"situation": long})
        self.assertContains(response, "longer than 6000", status_code=422)
        assert Question.objects.drafts().get().situation == long.strip()

    def test_an_unknown_choice_is_an_error(self) -> None:
        assert self.client.post("/ask/", FULL | {"stage": "no such"}).status_code == 422
        assert Question.objects.drafts().get().situation == WORDS

    def test_what_may_help_is_shown_once_and_one_tap_sends_anyway(self) -> None:
        make_answer(title="The coin on the kitchen window", author=self.sam)
        response = self.client.post("/ask/", FULL)
        assert response["Location"] == "/ask/send/"
        page = self.client.get("/ask/send/")
        self.assertContains(page, "The coin on the kitchen window")
        assert Question.objects.get().sent_at is None
        assert self.client.post("/ask/send/")["Location"].endswith("?sent=1")
        assert Question.objects.get().sent_at
        assert self.client.get("/ask/send/")["Location"] == "/ask/"
        assert self.client.post("/ask/send/")["Location"] == "/ask/"  # pressed twice

    def test_danger_shows_help_first_and_makes_it_urgent(self) -> None:
        response = self.client.post("/ask/", {"situation": "He took all his pills and I cannot wake him up."})
        assert response["Location"].endswith("#urgent-help")
        question = Question.objects.get()
        assert question.urgent
        assert question.due_at is not None
        assert (question.due_at - now()).total_seconds() < 5 * 3600
        self.assertContains(self.client.get(response["Location"].split("#")[0]), 'id="urgent-help"')

    def test_there_is_one_draft_a_member(self) -> None:
        for words in ("One.", "Two."):
            assert self.client.post("/ask/keep/", {"situation": words}).status_code == 204
        assert Question.objects.get().situation == "Two."
        self.client.post("/ask/keep/", {"situation": "  "})
        assert not Question.objects.exists()

    def test_words_of_an_ended_session_come_back(self) -> None:
        page = self.client.get("/ask/").content.decode()
        whose = page.split('name="whose" value="')[1].split('"')[0]
        self.client.logout()
        response = self.client.post("/ask/", FULL | {"whose": whose}, headers={"referer": "http://testserver/ask/"})
        assert response["Location"] == "/sign-in/?next=%2Fask%2F"
        self.client.force_login(self.alice)
        self.assertContains(self.client.get("/ask/"), WORDS)

    def test_too_many_in_an_hour_keep_their_words(self) -> None:
        for number in range(12):
            self.client.post("/ask/", {"situation": f"Number {number}."})
        response = self.client.post("/ask/", {"situation": "One more."})
        self.assertContains(response, "One more.", status_code=429)
        assert Question.objects.drafts().get().situation == "One more."

    def test_queries(self) -> None:
        for number in range(5):
            make_question(self.alice, f"Question {number}", sent=True)
        self.client.get("/ask/")
        with self.assertNumQueries(6):  # session, member, draft, questions, keys, invitations
            self.client.get("/ask/")

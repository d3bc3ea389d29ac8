"""The check while somebody writes: it answers, and it keeps nothing."""

from __future__ import annotations

import logging
from time import perf_counter

from django.apps import apps
from django.contrib.sessions.models import Session
from django.http import HttpResponse
from django.test import Client

from allies.home.views.words import LONGEST, PACE
from allies.testing import MemberTestCase

DANGER = "He is not breathing and his lips are blue."
WORD = "He is a junkie."


class WordsCheck(MemberTestCase):
    def setUp(self) -> None:
        PACE.clear()
        self.addCleanup(PACE.clear)
        self.sign_in(self.alice)

    def check(self, text: str, **more: str) -> HttpResponse:
        return self.client.post("/words/", {"text": text, **more})

    def said(self, text: str, **more: str) -> str:
        response = self.check(text, **more)
        assert response.status_code == 200
        return response.content.decode()

    def test_says_what_and_offers_another_word(self) -> None:
        said = self.said(WORD)
        assert "“a junkie”" in said
        assert "data-use=" in said
        assert 'data-places="6-14"' in said
        assert "data-urgent" not in said

    def test_counts_as_browsers_do(self) -> None:
        assert 'data-places="10-18"' in self.said("😀\r\n" + WORD.replace("is", "was"))

    def test_danger_comes_first_and_the_rest_waits(self) -> None:
        said = self.said(f"{WORD} {DANGER}")
        assert said.index('data-urgent="overdose"') < said.index("data-noticed")
        assert said.split("data-noticed")[1].split(">")[0].count(" hidden") == 1

    def test_a_private_box_hears_of_danger_alone(self) -> None:
        said = self.said(f"{WORD} {DANGER}", private="1")
        assert "data-urgent" in said
        assert "data-noticed" not in said
        assert self.said(WORD, private="1").strip() == ""

    def test_good_words_and_none_are_met_with_silence(self) -> None:
        for text in ("", "   ", "We sat on the porch and it was good.", "\x00", "🧡"):
            assert self.said(text).strip() == ""
        assert self.client.post("/words/").content.strip() == b""

    def test_a_very_long_text_is_looked_at_in_part(self) -> None:
        assert "junkie" not in self.said("a " * (LONGEST // 2) + WORD)
        assert "junkie" in self.said("a " * (LONGEST // 2 - 20) + WORD)

    def test_only_members_only_by_post_only_from_our_pages(self) -> None:
        assert self.client.get("/words/").status_code == 405
        strict = Client(enforce_csrf_checks=True)
        strict.cookies = self.client.cookies
        assert strict.post("/words/", {"text": WORD}).status_code == 403
        self.client.logout()
        before = Session.objects.count()
        response = self.check(WORD)
        assert response.status_code == 302
        assert response.headers["Location"].startswith("/sign-in/")
        assert "junkie" not in str(response.headers)
        assert Session.objects.count() == before

    def test_keeps_nothing(self) -> None:
        rows = {model: list(model._default_manager.values_list()) for model in apps.get_models()}
        with self.assertNoLogs(level=logging.DEBUG), self.assertNumQueries(4):
            response = self.check(f"{WORD} {DANGER} My number is 602-555-0173.")
        assert not response.cookies
        assert "no-store" in response.headers["Cache-Control"]
        assert {model: list(model._default_manager.values_list()) for model in apps.get_models()} == rows

    def test_whoever_asks_too_often_hears_nothing(self) -> None:
        answers = [self.check("Fine words.") for _time in range(PACE.at_once + 5)]
        assert answers[0].status_code == 200
        assert (answers[-1].status_code, answers[-1].content) == (429, b"")
        self.sign_in(self.bob)
        assert self.check(WORD).status_code == 200

    def test_answers_while_the_finger_is_still_in_the_air(self) -> None:
        self.said(WORD)
        begun = perf_counter()
        for _time in range(10):
            self.said(f"{WORD} We talked for a long time. " * 8)
        assert (perf_counter() - begun) / 10 < 0.1

"""“What do I do right now?”: a few taps, one calm answer, and nothing kept of either."""

from __future__ import annotations

import logging
import re
import time
from html import unescape

from django.conf import settings
from django.contrib.sessions.models import Session

from allies.craft.responding import respond
from allies.craft.situation import Situation
from allies.home.loading import load_helplines
from allies.notebook.models import Entry
from allies.notebook.right_now import QUESTIONS
from allies.testing import MemberTestCase

NOW = "/now/"
MOST = 40 * 1024  # bytes of an answer, uncompressed
QUICK = 0.03  # seconds of the server's own time


class RightNow(MemberTestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        super().setUpTestData()
        load_helplines(settings.CONTENT / "helplines.toml")

    def setUp(self) -> None:
        self.sign_in(self.alice)

    def answer(self, **taps: str) -> str:
        response = self.client.post(NOW, taps)
        assert response.status_code == 200
        assert response["Cache-Control"] == "no-store, private"
        return unescape(response.content.decode())

    def test_asks_with_urgent_help_in_reach(self) -> None:
        page = unescape(self.client.get(NOW).content.decode())
        for question in QUESTIONS:
            assert str(question.words) in page
        assert page.index("/help/now/") < page.index("overdose_signs") < page.index("asked_for_money")

    def test_answers_as_the_method_does(self) -> None:
        page = self.answer(event="missed_treatment", now="apart", stage="in_treatment", safe="no", me="calm")
        given = respond(Situation(event="missed_treatment", now="apart", stage="in_treatment"))
        assert "Step back" in page
        for words in (*given.do, *given.avoid, *given.say, given.why, given.next):
            assert words in page
        assert 'data-slot="urgent"' in page
        assert 'data-part="' not in page

    def test_urgent_help_stands_above_everything(self) -> None:
        page = self.answer(event="overdose_signs")
        main = page[page.index("<main") :]
        assert main.index('href="tel:911"') < main.index("naloxone") < main.index("<h1")

    def test_violence_closes_what_could_raise_the_danger(self) -> None:
        page = self.answer(event="none", safe="recent")
        assert "Not for this moment" in page
        assert "An invitation to treatment" in page
        assert 'data-part="violence"' in page

    def test_one_tap_is_enough_and_so_is_none(self) -> None:
        assert "Get help first" in self.answer(event="suicide_talk")
        assert "Get help first" in self.answer(event="unwell")
        assert "<h1" in self.answer()

    def test_what_is_no_answer_of_ours(self) -> None:
        response = self.client.post(NOW, {"event": "canary"})
        assert response.status_code == 422
        assert b"Please tap again" in response.content
        assert b"canary" not in response.content

    def test_nothing_is_kept(self) -> None:
        before = list(Session.objects.values_list("session_data", flat=True))
        said: list[str] = []
        handler = logging.Handler()
        handler.emit = lambda record: said.append(record.getMessage())  # type: ignore[method-assign]
        logging.getLogger().addHandler(handler)
        self.answer(event="hurt_now")
        logging.getLogger().removeHandler(handler)
        assert said == []
        assert list(Session.objects.values_list("session_data", flat=True)) == before
        assert not Entry.objects.exists()

    def test_nothing_is_kept_either_when_the_session_has_ended(self) -> None:
        self.client.logout()
        response = self.client.post(NOW, {"event": "hurt_me"}, headers={"referer": "http://testserver/now/"})
        assert response["Location"] == "/sign-in/?next=%2Fnow%2F"
        assert not Session.objects.exists()

    def test_what_happened_becomes_a_note_in_two_taps(self) -> None:
        page = self.answer(event="came_home_using", safe="no", here="together", me="calm")
        where = re.search(r'action="(/notes/days/[0-9a-f-]{36}/quick/)"', page)
        assert where
        assert 'name="state" value="use"' in page
        given = {"state": "use", "when": "now", "followed": ["slept"]}
        assert self.client.post(where[1], given).status_code == 302
        assert self.client.post(where[1], given).status_code == 302  # a second tap is the same note
        entry = Entry.objects.of(self.alice).get()
        assert entry.kind == "observation"
        assert entry.given["followed"] == ["slept"]

    def test_its_queries_its_size_and_its_time(self) -> None:
        taps = {"event": "overdose_signs", "safe": "now", "now": "using", "here": "both", "me": "upset"}
        self.answer(**taps)
        with self.assertNumQueries(4):  # session, member, lessons' titles, numbers
            page = self.answer(**taps)
        assert len(page.encode()) < MOST
        begun = time.process_time()
        for _time in range(10):
            self.answer(**taps)
        assert (time.process_time() - begun) / 10 < QUICK

"""The asker's own page: what would be shown, and her decision."""

from __future__ import annotations

from typing import Any

import pytest

from allies.accounts.unsent import mark
from allies.answers import quoting
from allies.answers.models import Consent, Quotation
from allies.answers.shown import NotClearedError, around
from allies.answers.tests.quoted import CANARY, QuotedTestCase

MINE = "He went out at night, and I waited."


class ShownTests(QuotedTestCase):
    def setUp(self) -> None:
        self.at = f"/ask/{self.question.pk}/shown/"
        self.sign_in(self.alice)

    def stands(self, **more: str) -> dict[str, str]:
        newest = Quotation.objects.order_by("-version")[0]
        return {"version": str(newest.version), "seen": around(quoting.page_of(self.question)), **more}

    def post(self, act: str, **given: str) -> Any:
        return self.client.post(f"{self.at}{act}/", self.stands(**given))

    def given(self) -> list[bool]:
        return list(Consent.objects.order_by("decided_at").values_list("given", flat=True))

    def test_before_she_is_asked_there_is_nothing(self) -> None:
        self.assertContains(self.client.get(self.at), "Nothing is shown")
        self.begun()
        self.assertNotContains(self.client.get(self.at), "zebrafish")

    def test_the_preview_is_what_readers_get(self) -> None:
        self.asked()
        self.client.get(self.at)
        with self.assertNumQueries(19):  # of them 8 by Wagtail, to make a page of its newest draft
            preview = self.client.get(self.at).content.decode()
        self.agree(Quotation.objects.get())
        self.submit()
        self.read()
        article = self.html().split("<article", 1)[1].split("</article>")[0].split(">", 1)[1]
        assert CANARY in article
        assert article in preview

    def test_yes(self) -> None:
        self.asked()
        self.assertRedirects(self.post("consent", named="1"), self.at)
        consent = Consent.objects.get()
        assert (consent.given, consent.named, consent.member) == (True, True, self.alice)
        self.assertContains(self.client.get(self.at), "It is not shown yet")

    def test_no(self) -> None:
        self.asked()
        self.assertRedirects(self.post("refuse", note="Too much."), self.at)
        assert self.given() == [False]
        assert Consent.objects.get().note == "Too much."
        self.assertContains(self.client.get(self.at), "You said no")

    def test_her_own_wording_is_a_new_version(self) -> None:
        self.asked()
        self.post("change", text=MINE)
        newest = Quotation.objects.get(version=2)
        assert (newest.text, newest.by, self.given()) == (MINE, self.alice, [])
        self.post("change", text=f"{MINE} Again.", agree="on")
        assert self.given() == [True]

    def test_her_own_wording_takes_the_old_one_down_at_once(self) -> None:
        self.published()
        self.post("change", text=MINE, agree="on")
        shown = self.html()
        assert CANARY not in shown
        assert MINE not in shown  # nobody has read it yet
        with pytest.raises(NotClearedError):
            self.page().get_latest_revision().publish()

    def test_taking_it_back(self) -> None:
        self.published()
        self.assertContains(self.client.get(self.at), "What it cannot do")
        self.assertRedirects(self.post("withdraw"), self.at)
        assert CANARY not in self.html()
        self.sign_in(self.alice)
        assert self.post("withdraw").status_code == 302

    def test_what_changed_meanwhile_is_shown_again_and_her_words_stay(self) -> None:
        self.asked()
        stale = self.stands(text=MINE, agree="on", note="Because.")
        self.write(summary="Something else.")
        for act, words in (("consent", "Nothing was decided"), ("change", MINE)):
            response = self.client.post(f"{self.at}{act}/", stale)
            self.assertContains(response, words, status_code=409)
        stale["version"] = "7"
        self.assertContains(self.client.post(f"{self.at}refuse/", stale), "Because.", status_code=409)
        assert self.given() == []

    def test_bad_input_keeps_what_was_typed(self) -> None:
        self.asked()
        self.assertContains(self.post("change", text=" "), "Nothing is left to show", status_code=422)
        long = self.post("refuse", note="x" * 1001)
        self.assertContains(long, "x" * 1001, status_code=422)
        assert self.client.post(f"{self.at}consent/", {"version": "x"}).status_code == 422

    def test_words_of_an_ended_session_come_back(self) -> None:
        self.asked()
        self.client.logout()
        typed = self.stands(text=MINE, whose=mark(self.alice))
        self.client.post(f"{self.at}change/", typed, headers={"referer": f"http://testserver{self.at}"})
        self.sign_in(self.alice)
        self.assertContains(self.client.get(self.at), MINE)

    def test_danger_in_her_words_comes_first(self) -> None:
        self.asked()
        response = self.post("change", text="He took too many pills and does not wake up.")
        assert response.headers["Location"].endswith("#urgent-help")

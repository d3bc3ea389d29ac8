"""A member whose account two people closed reads why, and appeals, without being signed in."""

from __future__ import annotations

import time

from django.http import HttpResponse

from allies.accounts.unsent import mark
from allies.moderation.actions import confirm_closing, decide_appeal, propose_closing
from allies.moderation.models import Appeal
from allies.testing import PASSPHRASE, MemberTestCase

WHY = "/sign-in/closed/why/"


class ClosedAccount(MemberTestCase):
    def setUp(self) -> None:
        self.measure = propose_closing(self.alice, "It sold things.", by=self.vera)
        confirm_closing(self.measure, by=self.edda)

    def come(self, passphrase: str = PASSPHRASE) -> HttpResponse:
        return self.client.post("/sign-in/", {"login": "alice", "password": passphrase}, follow=True)

    def test_the_right_passphrase_leads_to_why(self) -> None:
        response = self.come()
        assert response.redirect_chain[-1][0] == "/sign-in/closed/"
        assert WHY in response.content.decode()
        page = self.client.get(WHY).content.decode()
        assert "It sold things." in page
        assert "vera" not in page
        assert self.client.get("/me/").status_code == 302  # and nowhere else

    def test_a_wrong_one_and_strangers_learn_nothing(self) -> None:
        assert WHY not in self.come("not the right words at all").content.decode()
        assert self.client.get(WHY)["Location"] == "/sign-in/"
        assert self.client.post(WHY, {"words": "x"})["Location"] == "/sign-in/"
        assert not Appeal.objects.exists()
        assert WHY not in self.client.get("/sign-in/closed/").content.decode()

    def test_asks_once_and_reads_the_answer(self) -> None:
        self.come()
        assert self.client.post(WHY, {"words": ""}).status_code == 422
        self.client.post(WHY, {"words": "It was a gift."})
        self.client.post(WHY, {"words": "Again."})
        asked = Appeal.objects.get()
        assert (asked.member, asked.words) == (self.alice, "It was a gift.")
        assert "You asked for another look." in self.client.get(WHY).content.decode()
        decide_appeal(asked, "kept", "We read it twice.", by=self.odile)
        assert "We read it twice." in self.client.get(WHY).content.decode()

    def test_lifted_the_door_is_open(self) -> None:
        self.come()
        self.client.post(WHY, {"words": "It was a gift."})
        decide_appeal(Appeal.objects.get(), "lifted", "You are right.", by=self.odile)
        assert self.client.get(WHY)["Location"] == "/sign-in/"
        assert self.come().context["user"] == self.alice

    def test_words_that_come_after_half_an_hour_are_given_back_to_the_same_member(self) -> None:
        given = {"words": "It was a gift.", "whose": mark(self.alice)}
        assert self.client.post(WHY, given)["Location"] == "/sign-in/"
        assert "It was a gift." not in self.client.get("/sign-in/").content.decode()
        self.come()
        page = self.client.get(WHY).content.decode()
        assert "It was a gift.</textarea>" in page
        assert 'name="whose" value="' in page
        given["whose"] = mark(self.bob)
        session = self.client.session
        session["closed_account"] |= {"until": 0}
        session.save()
        self.client.post(WHY, given)
        self.come()
        assert "It was a gift." not in self.client.get(WHY).content.decode()

    def test_words_that_were_kept_are_let_go_once_the_appeal_is_received(self) -> None:
        given = {"words": "It was a gift.", "whose": mark(self.alice)}
        self.client.post(WHY, given)
        self.come()
        assert "unsent_form" in self.client.session
        assert self.client.post(WHY, {**given, "words": ""}).status_code == 422
        assert "unsent_form" in self.client.session
        self.client.post(WHY, given)
        assert Appeal.objects.get().words == "It was a gift."
        assert "unsent_form" not in self.client.session

    def test_after_half_an_hour_it_takes_the_passphrase_again(self) -> None:
        self.come()
        session = self.client.session
        session["closed_account"] |= {"until": int(time.time()) - 1}
        session.save()
        assert self.client.get(WHY)["Location"] == "/sign-in/"
        assert self.client.post(WHY, {"words": "x"})["Location"] == "/sign-in/"

"""Erasing everything; and who has to hand something over first."""

from __future__ import annotations

from datetime import timedelta

from django.contrib.sessions.models import Session
from django.test import Client
from django.utils.timezone import now

from allies.accounts import erasing
from allies.accounts.models import DataKey, Member
from allies.accounts.owned import owned_models
from allies.accounts.tests.test_sessions import signed_in
from allies.accounts.unsent import mark
from allies.answers.models import Comment
from allies.answers.testing import make_answer, make_comment, make_question
from allies.answers.tests.planted import plant
from allies.audit.actions import record
from allies.audit.models import Entry
from allies.moderation.models import Shift
from allies.testing import MemberTestCase

PAGE = "/me/erase/"
ALL = {"what": "everything", "pseudonym": "Alice"}


class Everything(MemberTestCase):
    def setUp(self) -> None:
        self.sign_in(self.alice, fresh=True)

    def test_nothing_of_hers_is_left_and_others_keep_theirs(self) -> None:
        plant(self.alice, self.bob, self.sam, "a")
        plant(self.bob, self.alice, self.sam, "b")
        record("posting-paused", self.alice, by=self.vera, reason="She wrote at night.")
        phone, pk = signed_in("alice"), self.alice.pk
        page = self.client.post(PAGE, ALL)
        assert "It is gone" in page.content.decode()
        assert "storage" in page["Clear-Site-Data"]
        assert not Member.objects.filter(pk=pk).exists()
        assert not DataKey.objects.filter(member=pk).exists()
        for model in owned_models():
            assert not model.objects.filter(member=pk).exists(), model
            left = model.objects.filter(member=self.bob).exists()
            assert left or model._meta.label == "moderation.Mute", model  # he had muted her
        assert set(Comment.objects.filter(author=None).values_list("text", "html")) == {("", "")}
        for browser in (self.client, phone):
            assert browser.get("/me/")["Location"].startswith("/sign-in/")
        assert not Session.objects.filter(session_data__contains=f'"_auth_user_id":"{pk}"').exists()
        (entry,) = Entry.objects.filter(verb="account-erased")
        assert (entry.by, entry.target, entry.reason) == (None, "an account", "")
        assert not Entry.objects.filter(target=f"accounts.member:{pk}").exists()
        assert not Entry.objects.filter(reason__contains="at night").exists()

    def test_words_that_wait_in_a_visitors_session_go_too(self) -> None:
        comment, visitor = make_comment(make_answer(author=self.sam), self.bob), Client()
        path = f"/answers/comments/{comment.pk}/report/"
        visitor.post(
            path, {"words": "It waits.", "whose": mark(self.alice)}, headers={"referer": f"http://testserver{path}"}
        )
        assert "unsent_form" in visitor.session
        self.client.post(PAGE, ALL)
        assert "unsent_form" not in visitor.session

    def test_a_slip_erases_nothing(self) -> None:
        for given in ({}, ALL | {"pseudonym": "bob"}, ALL | {"what": ""}, {"what": "x"}):
            assert self.client.post(PAGE, given).status_code == 422, given
        assert self.client.get(PAGE).status_code == 200
        assert self.client.put(PAGE).status_code == 405
        assert Member.objects.filter(pk=self.alice.pk).exists()

    def test_who_may(self) -> None:
        assert Client().post(PAGE, ALL)["Location"].startswith("/sign-in/")
        self.sign_in(self.alice)
        assert self.client.post(PAGE, ALL, headers={"referer": "http://testserver/me/erase/"})["Location"] == (
            "/me/confirm/?next=%2Fme%2Ferase%2F"
        )
        assert Member.objects.filter(pk=self.alice.pk).exists()


class NotYet(MemberTestCase):
    def stays(self, member: Member, because: str) -> None:
        self.sign_in(member, fresh=True)
        page = self.client.post(PAGE, {"what": "everything", "pseudonym": member.pseudonym}).content.decode()
        assert because in page
        assert Member.objects.filter(pk=member.pk).exists()
        assert not Entry.objects.filter(verb="account-erased").exists()

    def test_who_has_something_in_hand_stays(self) -> None:
        make_question(self.alice, sent=True, owner=self.edda)
        self.stays(self.edda, "1 question of a member is with you")
        make_answer(author=self.sam)
        self.stays(self.sam, "Answers stand under your name")
        Shift.objects.create(member=self.vera, starts_at=now(), ends_at=now() + timedelta(hours=1))
        self.stays(self.vera, "You are on the rota")
        self.stays(self.odile, "You are the only operator")

    def test_who_has_nothing_in_hand_goes(self) -> None:
        self.rhea.give_role("operator", by=self.odile)
        for member in (self.vera, self.odile):
            erasing.erase_everything(member)
        assert not Member.objects.filter(pseudonym__in=["vera", "odile"]).exists()

"""Danger in a private question calls whoever is on duty, and tells them nothing of it."""

from __future__ import annotations

from datetime import timedelta

from django.core import mail
from django.test import override_settings
from django.utils.timezone import now

from allies.accounts import apart
from allies.answers import answering, asking
from allies.answers.models import Question
from allies.answers.testing import make_question
from allies.desk.testing import DeskTestCase
from allies.moderation.actions import escalate_due
from allies.moderation.mailing import send_due
from allies.moderation.models import Alert, Policy, Shift

DANGER = "He wants to kill himself tonight."
SAID = "A private question may speak of danger"


class DangerAsked(DeskTestCase):
    def setUp(self) -> None:
        for member in (self.sam, self.rhea, self.edda, self.vera, self.odile):
            member.use_email(f"{member.pseudonym}@example.org")
        self.question = asking.send(make_question(self.alice, DANGER), by=self.alice)

    def raised(self) -> Alert:
        return Alert.objects.get()

    def written_to(self) -> list[str]:
        mail.outbox.clear()
        with override_settings(EMAIL_HOST="mail.example.org"):
            send_due(now())
        return sorted(address.partition("@")[0] for letter in mail.outbox for address in letter.to)

    def test_it_holds_no_kind_and_no_word(self) -> None:
        assert (self.raised().keys, self.raised().urgent, self.raised().comment) == ([], True, None)
        asking.write(self.question, DANGER, by=self.alice)
        assert self.raised().question == self.question
        asking.send(make_question(self.bob, "He came home late."), by=self.bob)
        assert Alert.objects.count() == 1
        Policy.objects.update_or_create(defaults={"alert_on_crisis": False})
        asking.send(make_question(self.bob, DANGER), by=self.bob)
        assert Alert.objects.count() == 1

    def test_who_answers_is_called(self) -> None:
        Shift.objects.create(member=self.vera, starts_at=now(), ends_at=now() + timedelta(hours=1))
        assert self.written_to() == ["edda", "rhea", "sam"]
        assert self.written_to() == []

    def test_of_those_on_duty_who_answers(self) -> None:
        Shift.objects.create(member=self.edda, starts_at=now(), ends_at=now() + timedelta(hours=1))
        assert self.written_to() == ["edda"]

    def test_never_whom_its_asker_must_not_meet(self) -> None:
        apart.avoid("sam", "", by=self.alice)
        assert self.written_to() == ["edda", "rhea"]
        self.sign_in(self.sam)
        assert SAID not in self.page("/desk/")

    def test_moderators_see_that_it_waits_and_no_more(self) -> None:
        for member in (self.vera, self.odile):
            self.sign_in(member)
            for path in ("/desk/", "/desk/alerts/", f"/desk/alerts/{self.raised().pk}/"):
                page = self.page(path)
                assert SAID in page
                assert "alice" not in page
                assert str(self.question.pk) not in page
            for act in ("take", "take-over", "hand-on", "reply", "answered", "close"):
                assert self.client.post(f"/desk/alerts/{self.raised().pk}/{act}/").status_code == 404
        assert self.raised().owner is None

    def test_who_answers_is_led_to_the_question(self) -> None:
        for member, path in ((self.sam, "/desk/"), (self.edda, f"/desk/alerts/{self.raised().pk}/")):
            self.sign_in(member)
            assert f"/desk/questions/{self.question.pk}/" in self.page(path)

    def test_taken_with_the_question_and_closed_by_a_reply(self) -> None:
        assert answering.claim(self.question, by=self.sam)
        assert self.raised().owner == self.sam
        assert escalate_due(now()) == []
        answering.release(self.question, by=self.sam)
        assert self.raised().owner is None
        answering.claim(self.question, by=self.rhea)
        answering.reply(Question.objects.get(), "We are here.", by=self.rhea, seen="")
        assert (self.raised().closed_by, bool(self.raised().responded_at)) == (self.rhea, True)

    def test_not_taken_everybody_who_answers_is_called_again(self) -> None:
        self.written_to()
        assert escalate_due(now() + timedelta(minutes=16)) == [self.raised()]
        assert self.written_to() == ["edda", "rhea", "sam"]

    def test_taken_back_it_is_gone(self) -> None:
        asking.take_back(self.question, by=self.alice)
        assert not Alert.objects.exists()

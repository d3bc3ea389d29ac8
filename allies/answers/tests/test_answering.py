"""What the team does with a question: one at a time, and by whoever has it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils.timezone import now

from allies.answers import answering
from allies.answers.models import AskPolicy, Message, Note, Question
from allies.answers.testing import make_question
from allies.audit.models import Entry
from allies.testing import MemberTestCase

WORDS = "We read it, and we are with you."


class Answering(MemberTestCase):
    def setUp(self) -> None:
        self.question = make_question(self.alice, sent=True)

    def row(self) -> Question:
        return Question.objects.get(pk=self.question.pk)

    def claimed(self, **fields: object) -> Question:
        Question.objects.filter(pk=self.question.pk).update(owner=self.sam, claimed_at=now(), **fields)
        return self.row()

    def test_one_takes_it(self) -> None:
        assert answering.claim(self.question, by=self.sam)
        assert answering.claim(self.question, by=self.sam)
        assert not answering.claim(self.question, by=self.edda)
        assert self.row().owner == self.sam
        assert list(Entry.objects.values_list("verb", flat=True)) == ["question-claimed"]

    def test_who_does_not_answer_does_nothing(self) -> None:
        self.claimed()
        asks = make_question(self.sam, sent=True)
        for question, by in ((self.question, self.vera), (self.question, self.odile), (asks, self.sam)):
            for act in (
                lambda q=question, b=by: answering.claim(q, by=b),
                lambda q=question, b=by: answering.note(q, WORDS, by=b),
                lambda q=question, b=by: answering.keep_reply(q, WORDS, by=b),
                lambda q=question, b=by: answering.reply(q, WORDS, by=b, seen=""),
                lambda q=question, b=by: answering.take_over(q, by=b),
            ):
                with pytest.raises(PermissionError):
                    act()
        assert not Message.objects.exists()
        assert not Note.objects.exists()

    def test_a_reply_makes_it_the_askers_turn(self) -> None:
        self.claimed()
        draft = answering.keep_reply(self.question, "We read", by=self.sam)
        message = answering.reply(self.question, WORDS, by=self.sam, seen="")
        assert draft
        assert (message.pk, message.text, message.member) == (draft.pk, WORDS, self.alice)
        assert self.row().answered_at == self.row().waiting_since == message.sent_at
        first = self.row().answered_at
        answering.reply(self.question, "And this.", by=self.sam, seen=str(message.pk))
        assert self.row().answered_at == first < self.row().waiting_since

    def test_past_a_message_that_was_not_seen_nothing_is_sent(self) -> None:
        self.claimed()
        answering.keep_reply(self.question, WORDS, by=self.sam)
        came = Message.objects.create(
            member=self.alice, question=self.question, by=self.alice, text="One more.", sent_at=now()
        )
        with pytest.raises(answering.Overtaken):
            answering.reply(self.question, WORDS, by=self.sam, seen="")
        assert Message.objects.get(by=self.sam).sent_at is None
        assert self.row().answered_at is None
        answering.reply(self.question, WORDS, by=self.sam, seen=str(came.pk))

    def test_a_button_pressed_twice_sends_once(self) -> None:
        self.claimed()
        once = answering.reply(self.question, WORDS, by=self.sam, seen="")
        assert answering.reply(self.question, WORDS, by=self.sam, seen="") == once
        with pytest.raises(answering.Overtaken):
            answering.reply(self.question, "Other words.", by=self.sam, seen="")
        assert Message.objects.count() == 1

    def test_only_its_owner_sends_and_only_while_it_is_open(self) -> None:
        self.claimed()
        answering.keep_reply(self.question, WORDS, by=self.edda)
        with pytest.raises(PermissionError):
            answering.reply(self.question, WORDS, by=self.edda, seen="")
        self.claimed(closed_at=now())
        with pytest.raises(PermissionError):
            answering.reply(self.question, WORDS, by=self.sam, seen="")
        assert not Message.objects.exclude(sent_at=None).exists()

    def test_a_draft_of_each_which_goes_with_its_words(self) -> None:
        for words in ("One.", "Two."):
            answering.keep_reply(self.question, words, by=self.sam)
            answering.keep_reply(self.question, words, by=self.edda)
        assert {each.text for each in Message.objects.all()} == {"Two."}
        assert answering.keep_reply(self.question, " \n", by=self.sam) is None
        assert Message.objects.get().by == self.edda

    def test_taken_over_once_it_is_late(self) -> None:
        self.claimed()
        late, long_ago = now() - timedelta(minutes=1), now() - timedelta(hours=AskPolicy().urgent_hours, minutes=1)
        for due, took in ((late, now()), (now() + timedelta(hours=1), long_ago)):
            self.claimed(due_at=due)
            Question.objects.update(claimed_at=took)
            assert not answering.take_over(self.row(), by=self.edda)
        Question.objects.update(due_at=late, claimed_at=long_ago)
        assert not answering.take_over(self.row(), by=self.sam)
        assert answering.take_over(self.row(), by=self.edda)
        assert self.row().owner == self.edda
        assert not answering.take_over(self.row(), by=self.rhea)

"""Leaving, closing, looking; and that the log holds nothing of what was written."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils.timezone import now

from allies.answers import answering
from allies.answers.models import Look, Message, Note, Question
from allies.answers.testing import make_question
from allies.answers.tests.test_sealed_questions import raw
from allies.audit.models import Entry
from allies.testing import MemberTestCase

WORDS = "We read it, and we are with you."


class Ends(MemberTestCase):
    def setUp(self) -> None:
        self.question = make_question(self.alice, sent=True)
        answering.claim(self.question, by=self.sam)

    def row(self) -> Question:
        return Question.objects.get(pk=self.question.pk)

    def test_left_to_somebody_else(self) -> None:
        with pytest.raises(PermissionError):
            answering.release(self.question, by=self.edda)
        due = self.row().due_at
        answering.release(self.question, by=self.sam)
        assert (self.row().owner, self.row().claimed_at, self.row().due_at) == (None, None, due)

    def test_handed_over_by_owner_or_editor(self) -> None:
        with pytest.raises(PermissionError):
            answering.hand_over(self.question, self.rhea, by=self.rhea)
        with pytest.raises(PermissionError):
            answering.hand_over(self.question, self.vera, by=self.sam)
        answering.hand_over(self.question, self.rhea, by=self.sam)
        assert self.row().owner == self.rhea
        answering.hand_over(self.question, self.sam, by=self.edda)
        assert self.row().owner == self.sam

    def test_closed_once_it_was_answered(self) -> None:
        with pytest.raises(PermissionError):
            answering.close(self.question, by=self.sam)
        answering.reply(self.question, WORDS, by=self.sam, seen="")
        with pytest.raises(PermissionError):
            answering.close(self.question, by=self.edda)
        answering.close(self.question, by=self.sam)
        assert self.row().closed_at
        assert not answering.claim(self.question, by=self.edda)
        with pytest.raises(PermissionError):
            answering.keep_reply(self.question, WORDS, by=self.sam)

    def test_the_log_holds_no_words(self) -> None:
        answering.note(self.question, "Ask Rhea about the coin.", by=self.sam)
        answering.reply(self.question, WORDS, by=self.sam, seen="")
        answering.close(self.question, by=self.sam)
        verbs = list(Entry.objects.order_by("pk").values_list("verb", flat=True))
        assert verbs == ["question-claimed", "question-noted", "question-answered", "question-closed"]
        said = " ".join(Entry.objects.values_list("reason", flat=True))
        assert not any(word in said for word in ("coin", "with you", "alice", "sam"))

    def test_what_the_team_writes_is_sealed_and_goes_with_its_asker(self) -> None:
        note = answering.note(self.question, "Ask Rhea about the coin.", by=self.sam)
        sent = answering.reply(self.question, WORDS, by=self.sam, seen="")
        assert b"coin" not in raw(note, "text")
        assert WORDS.encode() not in raw(sent, "text")
        self.alice.delete()
        assert not Note.objects.exists()
        assert not Message.objects.exists()

    def test_who_looks_is_known_for_a_while(self) -> None:
        answering.look(self.question, by=self.sam)
        began = Look.objects.get().began_at
        answering.look(self.question, by=self.sam)
        assert Look.objects.get().began_at == began < Look.objects.get().at
        Look.objects.update(at=now() - timedelta(hours=1))
        answering.look(self.question, by=self.edda)
        assert Look.objects.get().by == self.edda

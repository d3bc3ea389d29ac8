"""New keys for old: the site's, and members' own."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.test import override_settings

from allies.accounts.models import DataKey, Member
from allies.accounts.rotation import renew, rewrap, sealed_fields, used
from allies.answers.models import Message, Question
from allies.answers.testing import WORDS, make_question
from allies.answers.tests.test_sealed_questions import raw, read
from allies.lib.sealed import UnreadableError
from allies.testing import MemberTestCase


class Rotation(MemberTestCase):
    def test_a_new_site_key(self) -> None:
        question = make_question(self.alice)
        sealed = raw(question, "situation")
        with override_settings(DATA_KEYS=["a new one"]):
            assert read(question) == WORDS
            assert (rewrap(), rewrap()) == (1, 0)
        with override_settings(DATA_KEYS=["a new one"], SECRET_KEY="another"):
            assert read(question) == WORDS
        with override_settings(SECRET_KEY="another"), pytest.raises(UnreadableError, match="ALLIES_DATA_KEY"):
            read(question)
        assert raw(question, "situation") == sealed

    def test_a_new_key_for_the_words(self) -> None:
        question, member = make_question(self.alice), Member.objects.get(pk=self.alice.pk)
        Message.objects.create(member=self.alice, question=question, by=self.sam, text="We read it.")
        before = raw(question, "situation")
        assert renew(member) == 5
        assert raw(question, "situation") != before
        assert read(question) == WORDS
        assert used(member) == {2}
        late = self.ask_late()  # by somebody who had begun with the old key
        assert late.situation == WORDS
        assert renew(member) == 6
        assert set(DataKey.objects.values_list("number", flat=True)) == {1, 2, 3}
        renew(member)
        assert set(DataKey.objects.values_list("number", flat=True)) == {3, 4}
        assert read(question) == WORDS

    def ask_late(self) -> Message:
        question = Question.objects.get()
        number, key = 1, DataKey.objects.get(number=1).opened()
        stale = Member.objects.get(pk=self.alice.pk)
        stale._keys = {number: key}
        Message.objects.create(member=stale, question=question, by=stale, text=WORDS)
        message: Any = Message.objects.get(by=self.alice)
        message.situation = message.text
        return message

    def test_the_command(self) -> None:
        question = make_question(self.alice)
        call_command("rotate_keys", "--words")
        assert read(question) == WORDS
        assert used(self.alice) == {2}
        DataKey.objects.update(master="gone")
        with pytest.raises(CommandError, match="ALLIES_DATA_KEY"):
            call_command("rotate_keys")

    def test_every_sealed_field_is_of_an_owner_that_a_walk_finds(self) -> None:
        assert {str(field) for field in sealed_fields()} >= {"answers.Question.situation", "answers.Message.text"}

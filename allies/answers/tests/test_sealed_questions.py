"""Questions are sealed: in the database, against swapping, and for good once their asker has gone."""

from __future__ import annotations

import pickle
from typing import Any

import pytest
from django.core.exceptions import FieldError
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection, transaction

from allies.accounts.models import DataKey
from allies.answers.models import Message, Question
from allies.answers.testing import WORDS, make_question
from allies.lib.sealed import UnreadableError
from allies.testing import MemberTestCase


def raw(row: Any, field: str) -> bytes:
    with connection.cursor() as cursor:
        key = row.pk.hex if connection.vendor == "sqlite" else row.pk
        cursor.execute(f"SELECT {field} FROM {row._meta.db_table} WHERE id = %s", [key])  # noqa: S608 - ours
        return bytes(cursor.fetchone()[0])


def read(question: Question) -> str:
    return str(Question.objects.get(pk=question.pk).situation)


class SealedQuestions(MemberTestCase):
    def test_the_row_holds_no_words(self) -> None:
        question = make_question(self.alice)
        assert WORDS.encode() not in raw(question, "situation")
        assert read(question) == WORDS
        assert raw(make_question(self.bob), "situation") != raw(question, "situation")

    def test_words_swapped_between_rows_fields_or_owners_do_not_open(self) -> None:
        one, other = make_question(self.alice), make_question(self.bob)
        message = Message.objects.create(member=self.alice, question=one, by=self.alice, text="Another.")
        sealed = Question.objects.filter(pk=one.pk).values_list("situation", flat=True)[0]
        for row, field in ((other, "situation"), (one, "tried"), (message, "text")):
            type(row).objects.filter(pk=row.pk).update(**{field: sealed})
            with pytest.raises(UnreadableError):
                getattr(type(row).objects.get(pk=row.pk), field)
        Question.objects.filter(pk=other.pk).delete()
        Question.objects.filter(pk=one.pk).update(member=self.bob)
        with pytest.raises(UnreadableError):
            read(one)

    def test_what_is_saved_again_unread_stays_as_it_is(self) -> None:
        question = make_question(self.alice)
        before = raw(question, "situation")
        fresh = Question.objects.get(pk=question.pk)
        fresh.urgent = True
        fresh.save()
        assert raw(question, "situation") == before
        fresh.situation = f"{WORDS} Again."
        fresh.save(update_fields=["situation"])
        assert read(question) == f"{WORDS} Again."

    def test_deferred_words_are_read_when_they_are_asked_for(self) -> None:
        question = make_question(self.alice)
        with self.assertNumQueries(3):  # the row, its words, the asker's key
            (found,) = Question.objects.defer("situation").filter(pk=question.pk).select_related("member")
            assert found.situation == WORDS

    def test_the_database_is_never_asked_about_words(self) -> None:
        make_question(self.alice)
        for attempt in (
            lambda: Question.objects.filter(situation=WORDS).exists(),
            lambda: Question.objects.filter(situation__contains=b"a").exists(),
            lambda: Question.objects.update(situation=WORDS),
        ):
            with pytest.raises(FieldError, match="sealed"), transaction.atomic():
                attempt()
        assert not Question.objects.filter(situation__isnull=True).exists()

    def test_no_fixture_holds_them(self) -> None:
        make_question(self.alice)
        with pytest.raises((FieldError, CommandError), match="sealed"):
            call_command("dumpdata", "answers.question")

    def test_many_rows_need_one_query_for_their_keys(self) -> None:
        for member in (self.alice, self.bob, self.vera):
            make_question(member)
        with self.assertNumQueries(3):
            rows = Question.objects.prefetch_related("member__data_keys")
            assert [row.situation for row in rows] == [WORDS] * 3

    def test_no_key_goes_into_a_cache_with_its_member(self) -> None:
        question = make_question(self.alice)
        assert self.alice.__dict__["_keys"]
        kept = pickle.loads(pickle.dumps(self.alice))  # noqa: S301 - our own
        assert "_keys" not in kept.__dict__
        assert DataKey.objects.get().opened() not in pickle.dumps(question)

    def test_whoever_is_erased_takes_the_key_along(self) -> None:
        make_question(self.alice)
        self.alice.delete()
        assert not DataKey.objects.exists()
        assert not Question.objects.exists()

    def test_the_key_itself_is_of_its_member_only(self) -> None:
        make_question(self.alice)
        make_question(self.bob)
        theirs, own = (DataKey.objects.get(member=each) for each in (self.bob, self.alice))
        DataKey.objects.filter(pk=theirs.pk).update(wrapped=own.wrapped)
        with pytest.raises(UnreadableError):
            DataKey.objects.get(pk=theirs.pk).opened()

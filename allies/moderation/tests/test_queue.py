from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.paginator import Paginator
from django.http import Http404
from django.utils.timezone import now

from allies.answers.actions import take_away_comment
from allies.answers.models import Comment
from allies.answers.testing import make_answer, make_comment, make_many
from allies.moderation.models import Case, Why
from allies.moderation.queries import case_for, queue
from allies.moderation.tests.making import make_case
from allies.testing import MemberTestCase


class Queue(MemberTestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        super().setUpTestData()
        cls.answer = make_answer(author=cls.sam)

    def test_what_could_hurt_most_first_then_the_oldest(self) -> None:
        light, heavy, older = (
            make_case(make_comment(self.answer, self.alice), weight=weight) for weight in (10, 90, 10)
        )
        Case.objects.filter(pk=older.pk).update(opened_at=now() - timedelta(days=1))
        assert list(queue(now(), self.vera)) == [heavy, older, light]

    def test_nobody_meets_their_own_words_or_what_is_gone(self) -> None:
        own, gone = make_comment(self.answer, self.vera), make_comment(self.answer, self.alice)
        case = make_case(own)
        make_case(gone)
        take_away_comment(gone, by=self.alice)
        assert list(queue(now(), self.vera)) == []
        assert list(queue(now(), self.edda)) == [case]
        assert case_for(self.edda, case.pk) == case
        with pytest.raises(Http404):
            case_for(self.vera, case.pk)

    def test_ten_thousand_cases_take_two_questions_a_page(self) -> None:
        comments = make_many(self.answer, self.alice, 10_000)
        Case.objects.bulk_create(
            Case(comment=comment, why=[Why.NEWCOMER], weight=10, opened_at=now()) for comment in comments
        )
        pages = Paginator(queue(now(), self.vera), 25)
        for number in (1, 200, 400):
            with self.assertNumQueries(2 if number == 1 else 1):
                page = pages.page(number)
                seen = [(case.comment.author.pseudonym, case.comment.post.edition.title) for case in page.object_list]
            assert len(seen) == 25

    def test_erased_members_leave_nothing_to_look_at(self) -> None:
        make_case(make_comment(self.answer, self.alice))
        self.alice.delete()
        assert Comment.objects.get().text == ""
        assert list(queue(now(), self.vera)) == []

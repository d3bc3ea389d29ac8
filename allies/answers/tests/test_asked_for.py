"""What came of the comments that a member reported."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.utils.timezone import now

from allies.answers import reviewing
from allies.answers.actions import take_away_comment
from allies.answers.models import Comment
from allies.answers.testing import make_answer, make_comment
from allies.moderation.actions import claim, report
from allies.moderation.models import Case, Measure
from allies.moderation.queries import unseen_outcomes
from allies.testing import MemberTestCase


class AskedFor(MemberTestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        super().setUpTestData()
        cls.answer = make_answer(author=cls.sam)

    def setUp(self) -> None:
        self.sign_in(self.alice)

    def page(self) -> str:
        return self.client.get("/answers/mine/").content.decode()

    def reported(self) -> Case:
        return report(make_comment(self.answer, self.bob), "unkind", "It hurt.", by=self.alice)

    def decided(self, act: Callable[..., Any], *words: str) -> Comment:
        case = self.reported()
        claim(case, by=self.vera, at=now())
        act(case, *words, by=self.vera)
        return case.comment

    def test_its_outcome_in_general_words(self) -> None:
        for act, words, said in (
            (reviewing.approve, (), "we left it."),
            (reviewing.remove, ("No names.",), "we took it down."),
            (reviewing.hide_conversation, ("No names.",), "we took it down."),
            (reviewing.return_to_writer, ("No names.",), "we asked for other words."),
        ):
            comment = self.decided(act, *words)
            page = self.page()
            assert f"You asked us to look at a comment: {said} Thank you." in page
            for hidden in ("bob", "vera", "No names.", comment.text):
                assert hidden not in page
            Case.objects.all().delete()

    def test_a_comment_that_its_writer_took_away(self) -> None:
        take_away_comment(self.reported().comment, by=self.bob)
        assert "it is no longer there. Thank you." in self.page()

    def test_what_a_second_look_brought_back(self) -> None:
        self.decided(reviewing.remove, "No names.")
        Measure.objects.update(lifted_at=now(), lifted_by=self.edda)
        reviewing.restore(Measure.objects.get())
        assert "put it back after a second look" in self.page()

    def test_nothing_is_said_before_somebody_looked_nor_to_others(self) -> None:
        self.reported()
        assert "You asked us" not in self.page()
        self.decided(reviewing.approve)
        self.sign_in(self.bob)
        assert "You asked us" not in self.page()

    def test_counts_as_news_until_it_was_read(self) -> None:
        self.reported()
        assert unseen_outcomes(self.alice) == 0
        self.decided(reviewing.approve)
        assert unseen_outcomes(self.alice) == 1
        assert unseen_outcomes(self.bob) == 0
        self.page()
        assert unseen_outcomes(self.alice) == 0

"""What the page of a question says about who has it, and what it lets each do."""

from __future__ import annotations

from datetime import timedelta

from django.utils.timezone import now

from allies.answers import answering
from allies.answers.models import Question
from allies.answers.testing import make_question
from allies.desk.testing import DeskTestCase


class QuestionStateTests(DeskTestCase):
    def setUp(self) -> None:
        self.question = make_question(self.alice, sent=True)
        self.path = f"/desk/questions/{self.question.pk}/"
        self.sign_in(self.sam)

    def test_who_else_is_writing_or_looking(self) -> None:
        answering.keep_reply(self.question, "Words of Edda's.", by=self.edda)
        answering.look(self.question, by=self.edda)
        answering.look(self.question, by=self.rhea)
        page = self.page(self.path)
        assert "edda has begun a reply, last changed" in page
        assert "Words of Edda" not in page
        assert "rhea has this page open since" in page
        assert "edda has this page open" not in page
        assert "sam has this page open" not in page
        self.sign_in(self.rhea)
        assert "sam has this page open since" in self.page(self.path)

    def test_what_may_be_done_depends_on_whose_it_is(self) -> None:
        page = self.page(self.path)
        assert "I answer this one" in page
        assert "Send the reply" not in page
        answering.claim(self.question, by=self.sam)
        page = self.page(self.path)
        assert "Send the reply" in page
        assert "Hand it over" in page
        assert "Close the question" not in page
        self.sign_in(self.rhea)
        page = self.page(self.path)
        assert "sam took this" in page
        assert "Send the reply" not in page
        assert "Hand it over" not in page
        Question.objects.update(due_at=now() - timedelta(hours=1), claimed_at=now() - timedelta(days=1))
        assert "sam has this, and it is 1\xa0hour late." in self.page(self.path)

    def test_a_closed_one_is_read_and_no_more(self) -> None:
        Question.objects.update(closed_at=now())
        page = self.page(self.path)
        assert "It opens again when the asker writes." in page
        assert 'id="reply"' not in page

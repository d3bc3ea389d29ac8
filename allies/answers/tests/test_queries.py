"""An answer's page asks the database the same few questions however long its conversation is."""

from __future__ import annotations

from allies.answers.actions import follow, keep_draft
from allies.answers.testing import edition, make_answer, make_many
from allies.testing import MemberTestCase


class Queries(MemberTestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        super().setUpTestData()
        cls.answer = make_answer(author=cls.sam, public=True)
        make_many(cls.answer, cls.alice, 3)

    def asks(self, count: int, query: str = "") -> None:
        with self.assertNumQueries(count):
            assert self.client.get(f"{self.answer.address}{query}").status_code == 200

    def test_a_visitors_page(self) -> None:
        for more in (0, 250):
            make_many(self.answer, self.alice, more)
            self.asks(4)
            self.asks(2)  # the answer, and the state of the conversation
            self.asks(3, "?from=1-1")

    def test_a_members_page(self) -> None:
        self.sign_in(self.bob)
        for more in (0, 250):
            make_many(self.answer, self.alice, more)
            self.asks(5)
            self.asks(4)  # session, member, the answer with what is the reader's, the state of the conversation

    def test_a_page_with_everything(self) -> None:
        comment = make_many(self.answer, self.alice, 250)[0]
        follow(edition(self.answer), by=self.bob)
        keep_draft(edition(self.answer), "Half a thought", by=self.bob, parent=comment)
        make_many(self.answer, self.alice, 1)
        self.sign_in(self.bob)
        self.asks(7)
        self.asks(6, f"?from={comment.pk}-{comment.pk}")

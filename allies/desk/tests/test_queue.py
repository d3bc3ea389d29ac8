from __future__ import annotations

from datetime import timedelta

from django.utils.timezone import now

from allies.answers.models import Comment
from allies.desk.testing import WORDS, DeskTestCase
from allies.moderation.models import Case


class QueueTests(DeskTestCase):
    def setUp(self) -> None:
        self.sign_in(self.vera)

    def many(self, count: int) -> None:
        comments = Comment.objects.bulk_create(
            Comment(post=self.answer, author=self.bob, text=f"Words {number}", html="", written_at=now())
            for number in range(count)
        )
        Case.objects.bulk_create(
            Case(comment=comment, why=["reported"], opened_at=now() - timedelta(hours=1)) for comment in comments
        )

    def test_each_says_why_whose_and_how_long(self) -> None:
        self.case(why=["disrespect", "newcomer"])
        page = self.page("/desk/queue/")
        for shown in (WORDS, "alice", "5\xa0minutes", "may hurt another member", "one of a newcomer’s first"):
            assert shown.replace("’", "&#x27;") in page or shown in page, shown

    def test_what_could_hurt_most_stands_first(self) -> None:
        self.case(self.written("Less."), weight=1, opened_at=now() - timedelta(days=1))
        self.case(self.written("Most."), weight=9)
        page = self.page("/desk/queue/")
        assert page.index("Most.") < page.index("Less.")

    def test_who_holds_it(self) -> None:
        self.case(held_by=self.edda)
        assert "with edda" in self.page("/desk/queue/")

    def test_ones_own_comment_is_left_to_others(self) -> None:
        self.case(self.written("My own.", by=self.vera))
        assert "My own." not in self.page("/desk/queue/")

    def test_an_empty_queue(self) -> None:
        assert "Nothing waits" in self.page("/desk/queue/")

    def test_ten_thousand_take_no_more_queries_than_ten(self) -> None:
        self.many(10)
        self.page("/desk/queue/")
        with self.assertNumQueries(4):  # session, member, how many, the page of them
            self.page("/desk/queue/")
        self.many(9_990)
        with self.assertNumQueries(4):
            page = self.page("/desk/queue/?page=3")
        assert page.count('class="teaser"') == 20
        assert "Page 3 of 500" in page

    def test_the_next_one_is_claimed_for_whoever_asks(self) -> None:
        taken = self.case(self.written("Taken."), weight=9, held_by=self.edda)
        free = self.case(weight=1)
        response = self.client.post("/desk/queue/next/")
        self.assertRedirects(response, f"/desk/queue/{free.pk}/")
        free.refresh_from_db()
        taken.refresh_from_db()
        assert (free.claimed_by, taken.claimed_by) == (self.vera, self.edda)

    def test_nothing_is_free(self) -> None:
        self.case(held_by=self.edda)
        response = self.client.post("/desk/queue/next/", follow=True)
        assert "Nothing is free just now." in response.content.decode()

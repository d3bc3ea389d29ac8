from __future__ import annotations

import functools
import operator
import re

from allies.answers.actions import take_away_comment
from allies.answers.models import Comment
from allies.answers.queries import place_of
from allies.answers.testing import make_answer, make_comment, make_many
from allies.answers.thread import PAGE
from allies.testing import MemberTestCase


class ThreadPages(MemberTestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        super().setUpTestData()
        cls.answer = make_answer(author=cls.sam, public=True)

    def walk(self) -> list[list[int]]:
        """The keys of the comments on each page, following "Later comments" to the end."""
        found: list[list[int]] = []
        query: str | None = ""
        while query is not None and len(found) < 20:
            page = self.client.get(f"{self.answer.address}{query}").content.decode()
            assert page.count("<article") == page.count("</article>")
            assert page.count("<div") == page.count("</div>")
            found.append([int(key) for key in re.findall(r'<article class="comment[^"]*" id="c(\d+)">', page)])
            later = re.search(r'rel="next" href="(\?from=[^"#]+)#talk"', page)
            query = later[1] if later else None
        return found

    def test_all_are_shown_once_and_in_order(self) -> None:
        comments = make_many(self.answer, self.alice, PAGE * 2 + 50)
        pages = self.walk()
        assert [len(page) for page in pages] == [PAGE, PAGE, 50]
        assert functools.reduce(operator.iadd, pages, []) == [comment.pk for comment in comments]

    def test_exactly_one_page_has_no_later_one(self) -> None:
        make_many(self.answer, self.alice, PAGE)
        assert [len(page) for page in self.walk()] == [PAGE]

    def test_a_conversation_of_500_replies_goes_over_pages(self) -> None:
        first, *others = make_many(self.answer, self.alice, 2)
        replies = make_many(self.answer, self.bob, 500, parent=first)
        pages = self.walk()
        assert [len(page) for page in pages] == [PAGE, PAGE, 102]
        assert functools.reduce(operator.iadd, pages, []) == [first.pk, *(reply.pk for reply in replies), others[0].pk]

    def test_every_comment_has_a_place_that_shows_it(self) -> None:
        first, *_others = make_many(self.answer, self.alice, 150)
        replies = make_many(self.answer, self.bob, 450, parent=first)
        last = make_comment(self.answer, self.bob)
        for comment in (first, replies[10], replies[199], replies[250], replies[449], last):
            address = place_of(Comment.objects.get(pk=comment.pk))
            assert f'id="c{comment.pk}"' in self.client.get(address).content.decode(), address

    def test_a_line_stays_for_the_last_of_a_page_when_the_next_begins_with_its_replies(self) -> None:
        comments = make_many(self.answer, self.alice, PAGE)
        reply = make_comment(self.answer, self.bob, parent=comments[-1])
        take_away_comment(Comment.objects.get(pk=comments[-1].pk), by=self.alice)
        pages = self.walk()
        assert pages[0][-1] == comments[-1].pk
        assert pages[1] == [reply.pk]

    def test_senseless_places_are_the_beginning(self) -> None:
        comment = make_comment(self.answer, self.alice)
        for start in ("x", "1", "-", "1-", "-1", "1-2-3", "9" * 30 + "-1", "٣-٤", "%00", "'--"):
            page = self.client.get(f"{self.answer.address}?from={start}").content.decode()
            assert f'id="c{comment.pk}"' in page, start

    def test_a_place_beyond_the_end_says_where_the_beginning_is(self) -> None:
        make_comment(self.answer, self.alice)
        page = self.client.get(f"{self.answer.address}?from=999999999-999999999").content.decode()
        assert "The beginning of the conversation" in page
        assert "Nobody has written here yet" not in page

"""Two who must never meet, under one answer: neither finds the other, nor a gap where the other was."""

from __future__ import annotations

import re

from allies.answers.actions import take_away_comment
from allies.answers.models import Comment
from allies.answers.testing import make_comment, make_many
from allies.answers.tests.apart import ApartTestCase


class ApartInAThread(ApartTestCase):
    def test_neither_sees_the_other_and_everybody_else_sees_both(self) -> None:
        make_comment(self.answer, self.alice, "Of alice.")
        make_comment(self.answer, self.bob, "Of bob.")
        before = [self.talk(each) for each in (None, self.carol, self.sam)]
        self.keep_apart()
        assert ("Of alice." in self.talk(self.alice), "Of bob." in self.talk(self.alice)) == (True, False)
        assert ("Of alice." in self.talk(self.bob), "Of bob." in self.talk(self.bob)) == (False, True)
        assert "<strong>bob" not in self.page(self.alice)
        assert "<strong>alice" not in self.page(self.bob)
        assert before == [self.talk(each) for each in (None, self.carol, self.sam)]

    def test_the_page_is_as_if_the_other_had_never_written(self) -> None:
        first = make_comment(self.answer, self.carol, "Of carol.")
        make_comment(self.answer, self.alice, "Of alice.")
        before = self.talk(self.alice)
        others = [make_comment(self.answer, self.bob, parent=each) for each in (None, first)]
        make_comment(self.answer, self.bob, parent=others[0])
        self.keep_apart()
        assert self.talk(self.alice) == before

    def test_a_line_stays_where_others_replied_as_for_any_that_was_taken_away(self) -> None:
        first = make_comment(self.answer, self.bob, "Of bob.")
        make_comment(self.answer, self.carol, "Of carol.", parent=first)
        make_comment(self.answer, self.bob, "More of bob.", parent=first)
        self.keep_apart()
        seen = self.talk(self.alice)
        assert re.search(rf'id="c{first.pk}"><p class="who">This comment was taken away.</p>', seen)
        assert "Of carol." in seen
        assert "bob" not in seen
        assert seen.count("<article") == seen.count("</article>")
        take_away_comment(first, by=self.bob)
        assert self.talk(self.alice) == seen

    def test_no_line_stays_where_only_the_other_replied(self) -> None:
        first = make_comment(self.answer, self.carol, "Of carol.")
        make_comment(self.answer, self.bob, parent=first)
        take_away_comment(first, by=self.carol)
        assert "taken away" in self.talk(self.alice)
        self.keep_apart()
        seen = self.talk(self.alice)
        assert "taken away" not in seen
        assert "Nobody has written here yet." in seen

    def test_what_waits_of_the_other_is_not_hinted_at(self) -> None:
        first = make_comment(self.answer, self.bob)
        make_comment(self.answer, self.bob, parent=first)
        Comment.objects.filter(pk=first.pk).update(held_at=first.written_at)
        assert "A moderator is looking at this comment." in self.talk(self.alice)
        self.keep_apart()
        assert "A moderator is looking at this comment." not in self.talk(self.alice)

    def test_what_is_kept_for_all_members_is_not_changed_by_it(self) -> None:
        make_comment(self.answer, self.carol, "Of carol.")
        make_comment(self.answer, self.bob, "Of bob.")
        self.keep_apart()
        for _time in range(2):
            assert "Of bob." not in self.page(self.alice)
            assert "Of bob." in self.page(self.carol)

    def test_on_later_pages_too_and_nothing_twice(self) -> None:
        rows = make_many(self.answer, self.carol, 150) + make_many(self.answer, self.bob, 30)
        rows += make_many(self.answer, self.carol, 60)
        self.keep_apart()
        keys: list[str] = []
        for query in ("", f"?from={rows[200].pk}-{rows[200].pk}"):
            keys += re.findall(r'id="c(\d+)"', self.page(self.alice, query))
        assert keys == [str(row.pk) for row in rows if row.author_id != self.bob.pk]

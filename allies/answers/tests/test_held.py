"""A comment that waits is there for its writer and moderators, and for nobody else."""

from __future__ import annotations

from allies.answers import reviewing
from allies.answers.actions import follow, mark_seen
from allies.answers.models import Comment, Follow
from allies.answers.queries import followed_with_news
from allies.answers.testing import edition, make_answer, make_comment
from allies.moderation.tests.making import make_case
from allies.testing import MemberTestCase

HIDDEN = "Words that wait."


class Held(MemberTestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        super().setUpTestData()
        cls.answer = make_answer(author=cls.sam, public=True)
        cls.first = make_comment(cls.answer, cls.bob, "Words for all.")

    def hold(self, **more: Comment) -> Comment:
        return make_comment(self.answer, self.alice, f"{HIDDEN} {Comment.objects.count()}", held=True, **more)

    def page(self, reader: object, query: str = "") -> str:
        self.client.logout() if reader is None else self.sign_in(reader)  # type: ignore[arg-type]
        page = self.client.get(f"{self.answer.address}{query}").content.decode()
        assert page.count("<article") == page.count("</article>")
        assert page.count("<div") == page.count("</div>")
        return page

    def test_who_sees_it(self) -> None:
        comment = self.hold()
        assert HIDDEN in self.page(self.alice)
        assert "Only you see this. A moderator looks at it first." in self.page(self.alice)
        assert f'class="comment mine waiting" id="c{comment.pk}"' in self.page(self.alice)
        for person in (self.vera, self.edda):
            assert "This waits for a moderator." in self.page(person)
        for other in (None, self.bob, self.sam, self.rhea):
            page = self.page(other)
            assert HIDDEN not in page
            assert "alice" not in page
            assert f'id="c{comment.pk}"' not in page
            assert f"#c{comment.pk}" not in page
            assert "Words for all." in page

    def test_replies_that_wait_leave_nothing_behind(self) -> None:
        self.hold(parent=self.first)
        self.hold(parent=self.hold())
        page = self.page(self.bob)
        assert HIDDEN not in page
        assert 'class="replies"' not in page
        assert self.page(self.alice).count(HIDDEN) == 3
        shown = make_comment(self.answer, self.sam, "A reply for all.", parent=self.first)
        self.hold(parent=self.first)
        page = self.page(self.alice)
        assert page.count(HIDDEN) == 4
        assert page.index("Words for all.") < page.index(f'id="c{shown.pk}"')
        assert self.page(self.bob).count('class="replies"') == 1

    def test_what_others_replied_to_leaves_a_line(self) -> None:
        comment = make_comment(self.answer, self.alice, HIDDEN)
        make_comment(self.answer, self.bob, "A reply.", parent=comment)
        Comment.objects.filter(pk=comment.pk).update(held_at=comment.written_at)
        page = self.page(self.bob)
        assert HIDDEN not in page
        assert "A moderator is looking at this comment." in page
        assert "A reply." in page

    def test_is_in_no_count_and_no_news(self) -> None:
        follow(edition(self.answer), by=self.bob)
        self.hold()
        assert edition(self.answer).comment_count == 1
        assert followed_with_news(self.bob, limit=3) == []
        lone = make_answer(author=self.sam)
        make_comment(lone, self.alice, HIDDEN, held=True)
        self.sign_in(self.bob)
        assert "Nobody has written here yet" in self.client.get(lone.address).content.decode()
        self.sign_in(self.alice)
        assert "Nobody has written here yet" not in self.client.get(lone.address).content.decode()

    def test_approved_it_is_new_for_whoever_had_read_on(self) -> None:
        follow(edition(self.answer), by=self.bob)
        comment = self.hold()
        later = make_comment(self.answer, self.sam)
        mark_seen(edition(self.answer), later.pk, by=self.bob)
        self.page(self.bob), self.page(None)
        reviewing.approve(make_case(comment, by=self.vera), by=self.vera)
        assert [count for _answer, count in followed_with_news(self.bob, limit=3)] == [1]
        assert HIDDEN in self.page(None)
        page = self.page(self.bob)
        assert page.count('class="new"') == 1
        assert page.index(f'id="c{comment.pk}"') < page.index('class="new"') < page.index(HIDDEN)
        assert 'class="new"' not in self.page(self.bob)
        make_comment(self.answer, self.sam)
        assert 'class="new"' in self.page(self.bob)
        assert Follow.objects.of(self.bob).get().seen >= comment.pk

    def test_kept_pages_notice_at_once(self) -> None:
        comment = make_comment(self.answer, self.alice, HIDDEN)
        for held in (True, False, True):
            for reader in (None, self.bob):
                self.page(reader)
            Comment.objects.filter(pk=comment.pk).update(held_at=comment.written_at if held else None)
            for reader in (None, self.bob):
                assert (HIDDEN in self.page(reader)) is not held

    def test_nobody_can_reply_to_it_or_learn_of_it(self) -> None:
        comment = self.hold()
        page = self.page(self.bob, f"?reply={comment.pk}")
        assert "You are answering" not in page
        for verb in ("report", "mute", "edit", "delete", "remove"):
            assert self.client.get(f"/answers/comments/{comment.pk}/{verb}/").status_code == 404

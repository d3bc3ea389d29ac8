from __future__ import annotations

import re

from allies.answers.actions import follow, take_away_comment
from allies.answers.models import Follow
from allies.answers.testing import edition, make_answer, make_comment, make_many
from allies.testing import MemberTestCase, make_member


class Thread(MemberTestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        super().setUpTestData()
        cls.answer = make_answer(author=cls.sam, public=True, asked_by="HarborLight")

    def page(self, query: str = "") -> str:
        response = self.client.get(f"{self.answer.address}{query}")
        assert response.status_code == 200
        return response.content.decode()

    def order(self, query: str = "") -> list[int]:
        return [int(key) for key in re.findall(r'<article class="comment[^"]*" id="c(\d+)">', self.page(query))]

    def comment(self, key: int) -> str:
        """One comment's HTML, up to its replies or the next."""
        page = self.page()
        start = page.index(f'id="c{key}"')
        return re.split(r"<article|</article>|<div class=.replies", page[start:])[0]

    def test_conversations_oldest_first_each_with_its_replies(self) -> None:
        first, second = (make_comment(self.answer, self.alice) for _ in range(2))
        late = make_comment(self.answer, self.bob, parent=first)
        later = make_comment(self.answer, self.alice, parent=late)
        assert self.order() == [first.pk, late.pk, later.pk, second.pk]
        assert later.parent == first
        page = self.page()
        assert page.count('<div class="replies">') == 1
        assert page.count("<article") == page.count("</article>")

    def test_what_was_taken_away_leaves_a_line_only_where_others_replied(self) -> None:
        alone, asked = make_comment(self.answer, self.alice), make_comment(self.answer, self.alice, "My own words.")
        reply = make_comment(self.answer, self.bob, "I know that.", parent=asked)
        for comment in (alone, asked):
            take_away_comment(comment, by=self.alice)
        assert self.order() == [asked.pk, reply.pk]
        page = self.page()
        assert "This comment was taken away." in page
        assert "My own words." not in page
        assert "alice" not in self.comment(asked.pk)
        take_away_comment(reply, by=self.bob)
        assert self.order() == []
        assert "Nobody has written here yet." in self.page()

    def test_staff_and_moderators_carry_a_badge(self) -> None:
        said = {person.pk: make_comment(self.answer, person).pk for person in (self.sam, self.vera, self.alice)}
        assert '<span class="badge">Counsellor</span>' in self.comment(said[self.sam.pk])
        assert '<span class="badge">moderator</span>' in self.comment(said[self.vera.pk])
        assert "badge" not in self.comment(said[self.alice.pk])

    def test_the_asker_is_marked(self) -> None:
        asker = make_member("HarborLight")
        assert "asked this" in self.comment(make_comment(self.answer, asker).pk)
        assert "asked this" not in self.comment(make_comment(self.answer, self.bob).pk)

    def test_a_name_is_never_markup(self) -> None:
        odd = make_member("odd")
        type(odd).objects.filter(pk=odd.pk).update(pseudonym="<b>odd", title="<i>")
        make_comment(self.answer, odd)
        assert "<b>odd" not in self.page()
        assert "&lt;b&gt;odd" in self.page()

    def test_everyone_sees_the_tools_for_what_they_may_do(self) -> None:
        comment = make_comment(self.answer, self.alice)
        tools = {}
        for person in (None, self.alice, self.bob, self.sam, self.vera, self.edda):
            self.client.logout() if person is None else self.sign_in(person)
            found = re.findall(r'href="(?:/answers/comments/\d+/(\w+)/|\?(reply)=\d+#write)"', self.comment(comment.pk))
            tools[person] = {one or other for one, other in found}
        assert tools == {
            None: set(),
            self.alice: {"reply", "edit", "delete"},
            self.bob: {"reply", "report", "mute"},
            self.sam: {"reply", "report", "mute", "invite"},
            self.vera: {"reply", "remove"},
            self.edda: {"reply", "remove", "invite"},
        }

    def test_new_is_for_followers_and_only_once(self) -> None:
        make_comment(self.answer, self.bob)
        follow(edition(self.answer), by=self.alice)
        fresh = make_comment(self.answer, self.bob)
        mark = '<span class="new">New</span>'
        self.sign_in(self.vera)
        assert mark not in self.page()
        self.sign_in(self.alice)
        assert mark in self.comment(fresh.pk)
        assert mark not in self.page()

    def test_ones_own_comment_is_not_new_and_hides_nothing_that_is(self) -> None:
        follow(edition(self.answer), by=self.alice)
        unseen, own = make_comment(self.answer, self.bob), make_comment(self.answer, self.alice)
        self.sign_in(self.alice)
        page = self.page()
        assert page.count('class="new"') == 1
        assert page.index(f'id="c{unseen.pk}"') < page.index('class="new"') < page.index(f'id="c{own.pk}"')
        assert Follow.objects.of(self.alice).get().seen == own.pk

    def test_times_of_other_peoples_comments_are_not_editable(self) -> None:
        make_many(self.answer, self.alice, 1)
        self.sign_in(self.alice)
        page = self.page()
        assert "/edit/" not in page
        assert "/delete/" in page

"""An answer whose asker a reader must not meet is nowhere for that reader, and no number tells of anybody."""

from __future__ import annotations

from typing import Any

from allies.accounts import apart
from allies.accounts.models import Member
from allies.answers.actions import follow
from allies.answers.models import Topic
from allies.answers.queries import followed_with_news
from allies.answers.testing import edition, make_answer, make_comment, make_many
from allies.answers.tests.apart import ApartTestCase
from allies.testing import make_member

HIDDEN = "Bob asks this"


class ApartFromAnAsker(ApartTestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        super().setUpTestData()
        cls.topic = Topic.objects.create(name="Sleep", slug="sleep")
        fields: dict[str, Any] = {"title": HIDDEN, "asked_by": "bob", "public": True, "topics": [cls.topic]}
        cls.his = make_answer(author=cls.sam, slug="of-bob", **fields)
        cls.other = make_answer(author=cls.sam, related=[cls.his], public=True, topics=[cls.topic])

    def at(self, address: str, member: Member | None) -> str:
        self.client.logout()
        if member:
            self.sign_in(member)
        return self.client.get(address).content.decode()

    def test_no_list_page_or_feed_shows_it(self) -> None:
        self.keep_apart()
        places = ["/", "/answers/", "/answers/topics/sleep/", "/answers/feed/", self.other.address]
        make_comment(self.other, self.carol)  # so that its frame is kept for all members
        for address in places:
            assert HIDDEN not in self.at(address, self.alice), address
            assert HIDDEN in self.at(address, self.carol), address
            assert HIDDEN in self.at(address, self.bob), address
        for address in places[1:]:
            assert HIDDEN in self.at(address, None), address
        assert 'class="related"' not in self.at(self.other.address, self.alice)
        assert HIDDEN in self.at(self.other.address, self.carol)

    def test_its_addresses_are_not_found(self) -> None:
        comment = make_comment(self.his, self.carol)
        self.keep_apart()
        self.sign_in(self.alice)
        assert self.client.get(self.his.address).status_code == 404
        for verb in ("comment", "draft", "follow", "unfollow"):
            assert self.client.post(f"{self.his.address}{verb}/", {"text": "Words."}).status_code == 404
        for verb in ("report", "mute"):
            assert self.client.get(f"/answers/comments/{comment.pk}/{verb}/").status_code == 404
        self.sign_in(self.bob)
        assert self.client.get(self.his.address).status_code == 200

    def test_by_any_name_that_the_asker_has_or_had(self) -> None:
        self.keep_apart()
        self.bob.rename("bobby")
        for name in ("Bob", "bobby"):
            later = make_answer(author=self.sam, title=f"{name} again", asked_by=name)
            assert f"{name} again" not in self.at("/answers/", self.alice)
            assert f"{name} again" in self.at("/answers/", self.carol)
            assert edition(later).asker

    def test_an_asker_who_joins_later_is_found(self) -> None:
        make_answer(author=self.sam, title="Of the river", asked_by="Quiet River")
        apart.avoid("river@example.org", "", by=self.alice)
        assert "Of the river" in self.at("/answers/", self.alice)
        make_member("quiet-river", email="river@example.org")
        assert "Of the river" not in self.at("/answers/", self.alice)

    def test_what_she_followed_there_is_no_news(self) -> None:
        for page in (self.his, self.other):
            follow(edition(page), by=self.alice)
            make_comment(page, self.carol)
        self.keep_apart()
        assert [post.page_id for post, _count in followed_with_news(self.alice, limit=3)] == [self.other.pk]

    def test_numbers_count_only_what_is_shown(self) -> None:
        make_many(self.answer, self.carol, 2)
        make_comment(self.answer, self.bob)
        self.keep_apart()
        for address in ("/", "/answers/"):
            for member, shown, not_shown in ((self.alice, 2, 3), (self.carol, 3, 2), (self.alice, 2, 3)):
                page = self.at(address, member)
                assert f"{shown} comments" in page, (address, member)
                assert f"{not_shown} comments" not in page
        assert "3 comments" in self.at("/answers/", None)

    def test_lists_cost_a_query_more_for_each_who_is_kept_apart_only(self) -> None:
        self.keep_apart()
        for address, plain, more in (("/answers/", 5, 7), ("/answers/topics/sleep/", 5, 7), ("/", 8, 10)):
            for member, count in ((self.carol, plain), (self.alice, more), (self.bob, more)):
                self.at(address, member)
                with self.subTest(address, member=member.pseudonym), self.assertNumQueries(count):
                    self.client.get(address)

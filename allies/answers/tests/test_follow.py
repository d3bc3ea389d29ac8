from __future__ import annotations

from allies.answers.actions import follow
from allies.answers.models import Follow
from allies.answers.queries import followed_with_news
from allies.answers.testing import edition, make_answer, make_comment
from allies.testing import MemberTestCase


class Following(MemberTestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        super().setUpTestData()
        cls.answer = make_answer(author=cls.sam)
        cls.before = make_comment(cls.answer, cls.bob)

    def news(self) -> list[tuple[str, int]]:
        return [(found.slug, count) for found, count in followed_with_news(self.alice, limit=3)]

    def test_begins_and_ends_with_a_button(self) -> None:
        self.sign_in(self.alice)
        assert f'action="{self.answer.address}follow/"' in self.client.get(self.answer.address).content.decode()
        for _ in range(2):
            response = self.client.post(f"{self.answer.address}follow/")
            self.assertRedirects(response, f"{self.answer.address}#talk")
        assert Follow.objects.of(self.alice).get().seen == self.before.pk
        assert f'action="{self.answer.address}unfollow/"' in self.client.get(self.answer.address).content.decode()
        for _ in range(2):
            assert self.client.post(f"{self.answer.address}unfollow/").status_code == 302
        assert not Follow.objects.of(self.alice).exists()
        assert Follow.objects.of(self.bob).exists()

    def test_news_are_what_others_wrote_since_one_looked(self) -> None:
        follow(edition(self.answer), by=self.alice)
        make_comment(make_answer(author=self.sam), self.bob)
        assert self.news() == []
        make_comment(self.answer, self.bob)
        make_comment(self.answer, self.sam)
        assert self.news() == [(self.answer.slug, 2)]
        self.sign_in(self.alice)
        self.client.get(self.answer.address)
        assert self.news() == []
        make_comment(self.answer, self.alice)
        assert self.news() == []

    def test_an_answer_without_comments_can_be_followed(self) -> None:
        empty = make_answer(author=self.sam)
        follow(edition(empty), by=self.alice)
        make_comment(empty, self.bob)
        assert self.news() == [(empty.slug, 1)]

    def test_only_for_members_and_by_a_form(self) -> None:
        for verb in ("follow", "unfollow"):
            assert self.client.post(f"{self.answer.address}{verb}/").status_code == 302
        assert not Follow.objects.exclude(member=self.bob).exists()
        self.sign_in(self.alice)
        for verb in ("follow", "unfollow"):
            assert self.client.get(f"{self.answer.address}{verb}/").status_code == 405
            assert self.client.post(f"/answers/nowhere/{verb}/").status_code == 404

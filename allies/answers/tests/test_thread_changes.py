"""What was shown a moment ago is never shown in place of what is so now."""

from __future__ import annotations

from django.db import transaction

from allies.accounts.models import Member, Role
from allies.answers.actions import edit_comment, take_away_comment
from allies.answers.testing import make_answer, make_comment
from allies.testing import MemberTestCase, make_member


class ThreadChanges(MemberTestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        super().setUpTestData()
        cls.answer = make_answer(author=cls.sam, public=True)
        cls.writer = make_member("middle name")
        cls.comment = make_comment(cls.answer, cls.writer, "As it was.")
        for person in (cls.alice, cls.vera):
            make_comment(cls.answer, person)

    def seen(self) -> list[str]:
        """The page as a visitor, another member and its writer see it."""
        pages = []
        for reader in (None, self.bob, self.writer):
            self.client.logout() if reader is None else self.sign_in(reader)
            pages.append(self.client.get(self.answer.address).content.decode())
        return pages

    def assert_turns(self, old: str, new: str) -> None:
        for page in self.seen():
            assert new in page
            assert old not in page

    def setUp(self) -> None:
        for page in self.seen():
            assert "middle name" in page
            assert "As it was." in page

    def test_another_name(self) -> None:
        self.writer.rename("kinder name")
        self.assert_turns("middle name", "kinder name")

    def test_another_role(self) -> None:
        Member.objects.get(pk=self.writer.pk).give_role(Role.MODERATOR, by=self.odile)
        for page in self.seen()[:2]:
            assert page.count('<span class="badge">moderator</span>') == 2

    def test_other_words(self) -> None:
        edit_comment(self.comment, "As it is.", by=self.writer)
        self.assert_turns("As it was.", "As it is.")

    def test_none_left(self) -> None:
        take_away_comment(self.comment, by=self.vera, reason="It gives advice.")
        self.assert_turns("As it was.", "<p")

    def test_one_more(self) -> None:
        make_comment(self.answer, self.bob, "One more.", parent=self.comment)
        for page in self.seen():
            assert "One more." in page

    def test_the_same_keys_again_after_a_change_that_was_undone(self) -> None:
        for words in ("First try.", "Second try."):
            spot = transaction.savepoint()
            make_comment(self.answer, self.bob, words)
            assert words in self.seen()[1]
            transaction.savepoint_rollback(spot)

    def test_the_askers_mark(self) -> None:
        self.answer.asked_by = "middle name"
        self.answer.save_revision().publish()
        for page in self.seen():
            assert page.count("asked this") == 1

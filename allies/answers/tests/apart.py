"""Alice and Bob, who must never meet, and Carol, who may read both."""

from __future__ import annotations

from allies.accounts import apart
from allies.accounts.models import Member
from allies.answers.testing import edition, make_answer, make_everyone_known
from allies.testing import MemberTestCase, make_member, without_tokens


class ApartTestCase(MemberTestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        super().setUpTestData()
        make_everyone_known()
        cls.carol = make_member("carol")
        cls.answer = make_answer(author=cls.sam, public=True)
        cls.edition = edition(cls.answer)

    def keep_apart(self) -> None:
        apart.avoid("bob", "", by=self.alice)

    def page(self, member: Member | None = None, query: str = "") -> str:
        self.client.logout()
        if member:
            self.sign_in(member)
        return without_tokens(self.client.get(f"{self.answer.address}{query}").content.decode())

    def talk(self, member: Member | None = None) -> str:
        return self.page(member).split('id="talk"')[1].split('id="write"')[0]

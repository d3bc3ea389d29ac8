"""Alice and Bob, who must never meet, and Carol, who may read both."""

from __future__ import annotations

from typing import Any

from allies.accounts import apart
from allies.accounts.models import Member
from allies.answers.models import AnswerPage, Topic
from allies.answers.testing import edition, make_answer, make_everyone_known
from allies.testing import MemberTestCase, make_member, without_tokens

HERS, HIS, OTHERS = "A lantern on the stairs", "A lantern in the garden", "A lantern by the harbour"


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


class EachAsked(ApartTestCase):
    """An answer to each of the two, and one to Carol beside which both stand."""

    @classmethod
    def setUpTestData(cls) -> None:
        super().setUpTestData()
        cls.topic = Topic.objects.create(name="Sleep", slug="sleep")
        cls.hers, cls.his = cls.asked("alice", HERS), cls.asked("bob", HIS)
        cls.theirs = cls.asked("carol", OTHERS, related=[cls.hers, cls.his])
        make_answer(author=cls.sam)  # the newest, which the front page shows without a number

    @classmethod
    def asked(cls, by: str, title: str, **more: Any) -> AnswerPage:
        return make_answer(author=cls.sam, title=title, asked_by=by, public=True, topics=[cls.topic], **more)

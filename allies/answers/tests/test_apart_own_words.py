"""What a member wrote under an answer that is not there for her any more, and where that answer once stood."""

from __future__ import annotations

from allies.answers.models import Comment
from allies.answers.testing import make_answer, make_comment
from allies.answers.tests.apart import ApartTestCase
from allies.home.models import FormerAddress
from allies.moderation.models import Measure

HIDDEN = "Bob asks this"


class OwnWords(ApartTestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        super().setUpTestData()
        cls.his = make_answer(author=cls.sam, slug="of-bob", title=HIDDEN, asked_by="bob")

    def setUp(self) -> None:
        self.sign_in(self.alice)

    def at(self, address: str) -> str:
        return self.client.get(address).content.decode()

    def test_her_own_words_there_stay_hers_without_its_name(self) -> None:
        comment = make_comment(self.his, self.alice, "Mine.")
        comment.held_at = comment.written_at
        comment.save()
        Measure.objects.create(kind="removed", member=self.alice, comment=comment, reason="Why.", at=comment.written_at)
        assert self.at("/answers/mine/").count(HIDDEN) == 2
        self.keep_apart()
        page = self.at("/answers/mine/")
        assert (page.count(HIDDEN), page.count("of-bob"), "Mine." in page) == (0, 0, True)

    def test_can_still_be_deleted_and_no_longer_changed(self) -> None:
        comment = make_comment(self.his, self.alice, "Mine.")
        address = f"/answers/comments/{comment.pk}/"
        assert HIDDEN in self.at(f"{address}edit/")
        self.keep_apart()
        assert self.client.get(f"{address}edit/").status_code == 404
        sent = self.client.post(f"{address}edit/", {"text": "New words."})
        page = sent.content.decode()
        assert ("New words." in page, "of-bob" in page, HIDDEN in page) == (True, False, False)
        assert "of-bob" not in self.at(f"{address}delete/")
        assert self.client.post(f"{address}delete/")["Location"] == "/answers/mine/"
        assert Comment.objects.get().text == ""

    def test_a_former_address_leads_nowhere(self) -> None:
        FormerAddress.objects.create(address="/answers/once/", page=self.his)
        assert self.client.get("/answers/once/")["Location"] == self.his.address
        self.keep_apart()
        assert self.client.get("/answers/once/").status_code == 404
        self.sign_in(self.carol)
        assert self.client.get("/answers/once/").status_code == 301

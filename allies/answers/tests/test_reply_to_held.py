"""A comment comes to wait, or goes back to its writer, while somebody answers it."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.timezone import now

from allies.answers.models import Comment, Draft
from allies.answers.testing import make_answer, make_comment, make_everyone_known
from allies.testing import MemberTestCase, without_tokens

LOST = "The comment you were answering is not here just now."
WORDS = "I know this so well."


class ReplyToHeld(MemberTestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        super().setUpTestData()
        make_everyone_known()
        cls.answer = make_answer(author=cls.sam)
        cls.comment = make_comment(cls.answer, cls.bob)

    def setUp(self) -> None:
        self.sign_in(self.alice)

    def held(self) -> None:
        Comment.objects.filter(pk=self.comment.pk).update(held_at=now(), returned_at=now())

    def post(self, reply: str = "") -> HttpResponse:
        return self.client.post(f"{self.answer.address}comment/", {"text": WORDS, "reply": reply})

    def page(self, query: str = "") -> str:
        return self.client.get(f"{self.answer.address}{query}").content.decode()

    def test_what_was_begun_before_stays_a_reply(self) -> None:
        key = str(self.comment.pk)
        self.client.post(f"{self.answer.address}draft/", {"text": "I know", "reply": key})
        self.held()
        self.client.post(f"{self.answer.address}draft/", {"text": WORDS, "reply": key})
        assert f'name="reply" value="{key}"' in self.page()
        assert self.post(key).status_code == 302
        assert Comment.objects.get(text=WORDS).parent == self.comment

    def test_without_a_draft_its_writer_is_told_and_decides(self) -> None:
        self.held()
        response = self.post(str(self.comment.pk))
        page = response.content.decode()
        assert response.status_code == 409
        assert LOST in page
        assert WORDS in page
        assert "bob" not in without_tokens(page)
        assert 'name="reply" value=""' in page
        assert not Comment.objects.filter(text=WORDS).exists()
        assert Draft.objects.of(self.alice).get().text == WORDS
        assert self.post().status_code == 302
        assert Comment.objects.get(text=WORDS).parent is None

    def test_nothing_tells_what_waits_from_what_never_was(self) -> None:
        self.held()
        waits, never = self.page(f"?reply={self.comment.pk}"), self.page("?reply=999999")
        assert LOST in waits
        assert LOST in never
        assert LOST not in self.page()
        assert LOST not in self.page("?reply=")

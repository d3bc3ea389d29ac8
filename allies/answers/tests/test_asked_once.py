"""Details that could show who somebody is: their writer is asked once more."""

from __future__ import annotations

import re

from django.http import HttpResponse

from allies.answers.models import Comment, Draft
from allies.answers.testing import make_answer, make_comment, make_everyone_known
from allies.moderation.models import Case, Policy
from allies.testing import MemberTestCase

NUMBER = "My number is 602-555-0173, call me."


class AskedOnce(MemberTestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        super().setUpTestData()
        make_everyone_known()
        cls.answer = make_answer(author=cls.sam)

    def setUp(self) -> None:
        self.sign_in(self.alice)

    def post(self, text: str = NUMBER, **more: str) -> HttpResponse:
        return self.client.post(f"{self.answer.address}comment/", {"text": text, **more})

    def confirmation(self, response: HttpResponse) -> str:
        found = re.search(r'name="as_it_is" value="(\w+)"', response.content.decode())
        assert found
        return found[1]

    def test_the_page_comes_back_with_the_words_and_the_place(self) -> None:
        response = self.post()
        assert response.status_code == 422
        page = response.content.decode()
        assert "<strong>602-555-0173</strong>" in page
        assert "Post it as it is: a moderator looks first" in page
        assert NUMBER in page[page.index("<textarea") :]
        assert not Comment.objects.exists()
        assert Draft.objects.of(self.alice).get().text == NUMBER

    def test_changed_it_goes_live(self) -> None:
        self.post()
        assert self.post("Call me, you know where.").status_code == 302
        assert Comment.objects.get().held_at is None
        assert not Draft.objects.exists()

    def test_kept_as_it_is_it_waits(self) -> None:
        response = self.post(as_it_is=self.confirmation(self.post()))
        assert response.status_code == 302
        assert Comment.objects.get().held_at is not None
        assert Case.objects.get().why == ["identity"]

    def test_the_confirmation_is_for_these_words_and_this_member(self) -> None:
        confirmation = self.confirmation(self.post())
        assert self.post("No, 602-555-0174 is better.", as_it_is=confirmation).status_code == 422
        assert self.post(as_it_is="1").status_code == 422
        assert self.post(as_it_is="ä").status_code == 422
        self.sign_in(self.bob)
        assert self.post(as_it_is=confirmation).status_code == 422
        assert not Comment.objects.exists()

    def test_harmless_words_with_a_stale_confirmation_go_live(self) -> None:
        assert self.post("Call me, you know where.", as_it_is=self.confirmation(self.post())).status_code == 302
        assert Comment.objects.get().held_at is None

    def test_on_changing_a_comment_too(self) -> None:
        comment = make_comment(self.answer, self.alice, "Call me.")
        address = f"/answers/comments/{comment.pk}/edit/"
        response = self.client.post(address, {"text": NUMBER})
        assert response.status_code == 422
        assert Comment.objects.get().text == "Call me."
        self.client.post(address, {"text": NUMBER, "as_it_is": self.confirmation(response)})
        comment.refresh_from_db()
        assert (comment.text, comment.held_at is not None) == (NUMBER, True)

    def test_operators_may_let_it_wait_or_go(self) -> None:
        Policy.objects.update(on_identity="wait")
        assert self.post().status_code == 302
        assert Comment.objects.get().held_at is not None
        Policy.objects.update(on_identity="live")
        self.sign_in(self.bob)
        self.post()
        assert Comment.objects.get(author=self.bob).held_at is None

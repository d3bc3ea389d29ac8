"""Forms that arrive when their member's session has ended."""

from __future__ import annotations

from typing import Any

from allies.accounts.unsent import mark
from allies.answers.testing import make_answer, make_comment
from allies.testing import PASSPHRASE, MemberTestCase

WORDS = "It names where my sister works."


class UnsentForms(MemberTestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        super().setUpTestData()
        cls.comment = make_comment(make_answer(author=cls.sam), cls.bob)
        cls.path = f"/answers/comments/{cls.comment.pk}/report/"

    def send_too_late(self, **more: str) -> Any:
        """What Alice wrote, from the page that she was shown, after her session ended."""
        given = {"reason": "identity", "words": WORDS, "whose": mark(self.alice), **more}
        return self.client.post(self.path, given, headers={"referer": f"http://testserver{self.path}"})

    def page(self) -> str:
        return self.client.get(self.path).content.decode()

    def test_the_form_says_whose_it_is(self) -> None:
        self.sign_in(self.alice)
        assert f'name="whose" value="{mark(self.alice)[:3]}' in self.page()

    def test_come_back_to_the_same_member(self) -> None:
        location = self.send_too_late()["Location"]
        response = self.client.post(location, {"login": "alice", "password": PASSPHRASE})
        assert response["Location"] == self.path
        for _ in range(2):
            assert f"{WORDS}</textarea>" in self.page()
            assert "checked" in self.page().split('value="identity"')[1].split(">")[0]

    def test_are_let_go_once_they_are_sent(self) -> None:
        self.send_too_late()
        self.sign_in(self.alice)
        assert WORDS in self.page()
        assert self.send_too_late().status_code == 302
        assert "unsent_form" not in self.client.session
        assert self.client.session.get("_session_expiry") is None

    def test_are_shown_to_nobody_else(self) -> None:
        self.send_too_late()
        other = make_comment(self.comment.post, self.sam)
        self.path = f"/answers/comments/{other.pk}/report/"
        self.send_too_late()
        self.sign_in(self.edda)
        assert WORDS not in self.page()
        assert "unsent_form" not in self.client.session
        self.sign_in(self.alice)
        assert WORDS not in self.page()

    def test_only_what_says_whose_it_is_is_kept(self) -> None:
        for mark_given in ("", "1", mark(self.alice)[:-1]):
            self.send_too_late(whose=mark_given)
            assert "unsent_form" not in self.client.session

    def test_a_visitor_sees_nothing_of_them(self) -> None:
        self.send_too_late()
        assert WORDS not in self.client.get("/sign-in/").content.decode()
        assert self.client.get(self.path).status_code == 302

    def test_comments_too_are_for_their_writer_alone(self) -> None:
        address = self.comment.post.edition.address
        given = {"text": "I am up again.", "whose": mark(self.alice)}
        self.client.post(f"{address}comment/", given)
        self.sign_in(self.bob)
        assert "I am up again." not in self.client.get(address).content.decode()

    def test_the_copy_in_the_tab_is_its_writers_alone(self) -> None:
        self.sign_in(self.alice)
        page = self.client.get(self.comment.post.edition.address).content.decode()
        assert f'data-draft="answer-{self.comment.post_id}-{self.alice.pk}"' in page

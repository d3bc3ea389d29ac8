"""Words that arrive when the writer's session has ended."""

from __future__ import annotations

from allies.accounts.terms import TERMS
from allies.answers.models import Comment, Draft
from allies.answers.testing import make_answer, make_comment
from allies.testing import PASSPHRASE, MemberTestCase

WORDS = "I sat in the car and read this twice."


class Unsent(MemberTestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        super().setUpTestData()
        cls.answer = make_answer(author=cls.sam)
        cls.first = make_comment(cls.answer, cls.bob)

    def send(self, text: str = WORDS, reply: str = "") -> None:
        response = self.client.post(f"{self.answer.address}comment/", {"text": text, "reply": reply})
        self.assertRedirects(response, f"/sign-in/?next={self.answer.address}%23write", fetch_redirect_response=False)
        assert Comment.objects.count() == 1

    def page(self) -> str:
        return self.client.get(self.answer.address).content.decode()

    def test_come_back_after_signing_in_and_stay_until_posted(self) -> None:
        self.send(reply=str(self.first.pk))
        response = self.client.post(
            f"/sign-in/?next={self.answer.address}%23write", {"login": "alice", "password": PASSPHRASE}
        )
        assert response["Location"] == f"{self.answer.address}#write"
        for _ in range(2):
            page = self.page()
            assert WORDS in page
            assert "You are answering bob." in page
        assert Draft.objects.of(self.alice).get().text == WORDS

    def test_come_back_after_joining(self) -> None:
        self.send()
        form = {"pseudonym": "newcomer", "passphrase": PASSPHRASE, "next": self.answer.address}
        form |= {term.key: "on" for term in TERMS}
        assert self.client.post("/join/", form).status_code == 200
        assert WORDS in self.page()

    def test_wait_for_their_own_answer(self) -> None:
        self.send()
        self.sign_in(self.alice)
        assert WORDS not in self.client.get(make_answer(author=self.sam).address).content.decode()
        assert WORDS in self.page()

    def test_are_not_shown_to_visitors(self) -> None:
        self.send()
        assert WORDS not in self.page()

    def test_a_senseless_reply_and_a_long_text_do_no_harm(self) -> None:
        for reply in ("x", "9" * 5000, "٣", "-1"):
            self.send("word " * 50_000, reply)
        self.sign_in(self.alice)
        assert self.page().count("word ") >= 4000

    def test_nothing_leaves_an_older_draft_as_it_is(self) -> None:
        Draft.objects.create(member=self.alice, post=self.answer, text="An older draft.")
        self.send("  ")
        self.sign_in(self.alice)
        assert "An older draft." in self.page()

    def test_of_a_comment_that_is_changed_come_back_too(self) -> None:
        own = make_comment(self.answer, self.alice, "As it was.")
        edit = f"/answers/comments/{own.pk}/edit/"
        response = self.client.post(edit, {"text": WORDS})
        self.assertRedirects(response, f"/sign-in/?next={edit}", fetch_redirect_response=False)
        self.sign_in(self.alice)
        assert WORDS not in self.page()
        for _ in range(2):
            assert f"{WORDS}</textarea>" in self.client.get(edit).content.decode()
        self.client.post(edit, {"text": WORDS})
        assert Comment.objects.get(pk=own.pk).text == WORDS
        assert "unsent" not in self.client.session

    def test_an_answer_that_is_not_there(self) -> None:
        assert self.client.post("/answers/nowhere/comment/", {"text": WORDS}).status_code == 404

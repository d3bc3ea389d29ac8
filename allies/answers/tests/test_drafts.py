from __future__ import annotations

from django.http import HttpResponse

from allies.answers.models import Draft
from allies.answers.testing import make_answer, make_comment, make_everyone_known
from allies.testing import MemberTestCase


class Drafts(MemberTestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        super().setUpTestData()
        make_everyone_known()
        cls.answer = make_answer(author=cls.sam)
        cls.comment = make_comment(cls.answer, cls.bob)

    def setUp(self) -> None:
        self.sign_in(self.alice)

    def keep(self, text: str, reply: str = "") -> HttpResponse:
        return self.client.post(f"{self.answer.address}draft/", {"text": text, "reply": reply})

    def page(self, query: str = "") -> str:
        return self.client.get(f"{self.answer.address}{query}").content.decode()

    def kept(self) -> list[str]:
        return [draft.text for draft in Draft.objects.of(self.alice)]

    def test_survives_a_reload_and_is_nobody_elses(self) -> None:
        assert self.keep("Half a thought").status_code == 204
        self.keep("Half a thought, and more")
        assert "Half a thought, and more" in self.page()
        assert self.kept() == ["Half a thought, and more"]
        assert "Half a thought" not in self.client.get(make_answer(author=self.sam).address).content.decode()
        self.sign_in(self.bob)
        assert "Half a thought" not in self.page()

    def test_remembers_whom_it_answers_until_told_otherwise(self) -> None:
        self.keep("To bob", reply=str(self.comment.pk))
        assert "You are answering bob." in self.page()
        assert f'href="{self.answer.address}?reply=#write"' in self.page()
        assert "You are answering" not in self.page("?reply=")

    def test_an_emptied_one_is_thrown_away(self) -> None:
        self.keep("Half a thought")
        self.keep(" \n ")
        assert self.kept() == []

    def test_goes_when_the_comment_is_posted_and_does_not_come_back_late(self) -> None:
        self.keep("My thought")
        self.client.post(f"{self.answer.address}comment/", {"text": "My thought"})
        assert self.kept() == []
        self.keep("My thought\r\n")
        assert self.kept() == []
        self.keep("My next thought")
        assert self.kept() == ["My next thought"]

    def test_a_refused_form_is_kept_too(self) -> None:
        self.client.post(f"{self.answer.address}comment/", {"text": "x" * 8001})
        assert self.kept() == ["x" * 8001]

    def test_odd_texts(self) -> None:
        for text, expected in (("a\x00b", "ab"), ("y" * 30_000, "y" * 20_000)):
            assert self.keep(text).status_code == 204
            assert self.kept() == [expected]

    def test_only_for_members_and_by_a_form(self) -> None:
        assert self.client.get(f"{self.answer.address}draft/").status_code == 405
        assert self.client.post("/answers/nowhere/draft/", {"text": "x"}).status_code == 404
        self.client.logout()
        assert self.keep("x").status_code == 302
        assert not Draft.objects.exists()

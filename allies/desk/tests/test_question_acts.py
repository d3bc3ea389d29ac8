from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.utils.timezone import now

from allies.answers import answering
from allies.answers.models import AskPolicy, Question, StockParagraph
from allies.answers.testing import make_question
from allies.audit.models import Entry
from allies.desk.testing import DeskTestCase

POLICY = {"working_days": "5", "urgent_hours": "4", "soon_hours": "24", "follow_up_days": "14"}
LIST = "/desk/questions/paragraphs/"
PARAGRAPH = {"title": "Thanks", "text": "Thank you for writing."}


class QuestionActTests(DeskTestCase):
    def setUp(self) -> None:
        self.question = make_question(self.alice, sent=True)
        self.path = f"/desk/questions/{self.question.pk}/"
        self.sign_in(self.sam)

    def does(self, act: str, **given: Any) -> str:
        response = self.client.post(f"{self.path}{act}/", given, follow=True)
        assert response.status_code == 200
        return response.content.decode()

    def row(self) -> Question:
        return Question.objects.get(pk=self.question.pk)

    def test_one_takes_it(self) -> None:
        self.does("claim")
        assert self.row().owner == self.sam
        self.sign_in(self.edda)
        assert "Somebody was a moment quicker." in self.does("claim")
        assert self.row().owner == self.sam

    def test_left_handed_over_and_taken_over(self) -> None:
        self.does("claim")
        assert "It is with rhea now." in self.does("hand-over", to=str(self.rhea.pk))
        assert self.row().owner == self.rhea
        for act, given in (("release", {}), ("hand-over", {"to": str(self.edda.pk)}), ("close", {})):
            assert "this question is not with you now" in self.does(act, **given)
        assert "somebody has just taken or answered it" in self.does("take-over")
        Question.objects.update(due_at=now() - timedelta(hours=1), claimed_at=now() - timedelta(days=1))
        self.does("take-over")
        assert self.row().owner == self.sam
        assert "It is free again" in self.does("release")
        assert self.row().owner is None

    def test_only_to_who_answers(self) -> None:
        self.does("claim")
        for to in (self.vera.pk, self.odile.pk, self.alice.pk, 0, "x"):
            assert "that person cannot take it now" in self.does("hand-over", to=str(to))
        assert self.row().owner == self.sam

    def test_closed_after_an_answer(self) -> None:
        self.does("claim")
        assert "not with you now" in self.does("close")
        answering.reply(self.question, "We are with you.", by=self.sam, seen="")
        assert "It opens again when the asker writes." in self.does("close")
        assert self.row().closed_at

    def test_one_that_is_not_there(self) -> None:
        for key in ("11111111-1111-4111-8111-111111111111", "1"):
            assert self.client.get(f"/desk/questions/{key}/").status_code == 404
            assert self.client.post(f"/desk/questions/{key}/claim/").status_code == 404


class KeptTests(DeskTestCase):
    def test_paragraphs(self) -> None:
        self.sign_in(self.edda)
        assert self.client.post(f"{LIST}add/", PARAGRAPH).headers["Location"] == LIST
        paragraph = StockParagraph.objects.get(**PARAGRAPH, by=self.edda)
        path = f"{LIST}{paragraph.pk}/"
        assert "Thanks" in self.page(LIST)
        assert "Thank you for writing.</textarea>" in self.page(path)
        self.client.post(path, PARAGRAPH | {"text": "Thank you."})
        assert StockParagraph.objects.get().text == "Thank you."
        for wrong in ({"title": ""}, {"text": " "}, {"text": "x" * 2001}):
            assert self.client.post(path, PARAGRAPH | wrong).status_code == 422
        self.assertRedirects(self.client.post(f"{path}delete/"), LIST)
        assert self.client.get(path).status_code == 404
        verbs = ["paragraph-added", "paragraph-changed", "paragraph-deleted"]
        assert list(Entry.objects.filter(by=self.edda).order_by("pk").values_list("verb", flat=True)) == verbs

    def test_the_policy(self) -> None:
        self.sign_in(self.odile)
        assert 'href="/desk/questions/policy/"' in self.page("/desk/")
        for _time in range(2):
            self.assertRedirects(self.client.post("/desk/questions/policy/", POLICY), "/desk/questions/policy/")
        assert AskPolicy.objects.get().working_days == 5
        assert Entry.objects.get(verb="ask-policy-changed").reason == "working_days: 3 → 5"
        for wrong in ({"working_days": "0"}, {"urgent_hours": ""}, {"soon_hours": "x"}, {"follow_up_days": "366"}):
            assert self.client.post("/desk/questions/policy/", POLICY | wrong).status_code == 422

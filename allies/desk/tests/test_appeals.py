from __future__ import annotations

from django.utils.timezone import now

from allies.answers import reviewing
from allies.answers.models import Comment
from allies.desk.testing import WORDS, DeskTestCase
from allies.moderation.models import Appeal, Measure

LIFT = {"decision": "lifted", "answer": "You were right, thank you for asking."}


class AppealTests(DeskTestCase):
    def setUp(self) -> None:
        reviewing.remove(self.case(held_by=self.vera), "It attacks somebody.", by=self.vera)
        self.measure = Measure.objects.get()
        self.appeal = Appeal.objects.create(member=self.alice, measure=self.measure, words="I was quoting him.")
        self.path = f"/desk/appeals/{self.appeal.pk}/"
        self.sign_in(self.edda)

    def row(self) -> Appeal:
        return Appeal.objects.get(pk=self.appeal.pk)

    def test_what_was_written_asked_and_decided(self) -> None:
        assert self.path in self.page("/desk/appeals/")
        page = self.page(self.path)
        for shown in ("I was quoting him.", "It attacks somebody.", WORDS):
            assert shown in page

    def test_a_hidden_conversation_is_read_as_a_whole(self) -> None:
        first = self.written("It began here.", by=self.bob)
        reply = self.written("My own part in it.", parent=first)
        self.written("Gone before.", parent=first, by=self.sam)
        Comment.objects.filter(text="Gone before.").update(taken_away_at=now())
        hers = reviewing.hide_conversation(self.case(first, held_by=self.vera), "It got loud.", by=self.vera)
        measure = next(each for each in hers if each.comment == reply)
        asked = Appeal.objects.create(member=self.alice, measure=measure, words="I only listened.")
        page = self.page(f"/desk/appeals/{asked.pk}/")
        assert page.index("It began here.") < page.index("My own part in it.")
        assert "Gone before." not in page

    def test_who_decided_first_leaves_it_to_others(self) -> None:
        self.sign_in(self.vera)
        assert "Nobody has asked for a second look." in self.page("/desk/appeals/")
        page = self.page(self.path)
        assert "You took part in the first decision" in page
        assert "I take this one" not in page
        self.client.post(f"{self.path}claim/")
        self.client.post(self.path, LIFT)
        assert (self.row().claimed_by, self.row().decision) == (None, "")

    def test_who_confirmed_leaves_it_to_others(self) -> None:
        Measure.objects.update(confirmed_by=self.edda, confirmed_at=now())
        self.client.post(f"{self.path}claim/")
        self.client.post(self.path, LIFT)
        assert self.row().decision == ""

    def test_deciding_takes_a_claim(self) -> None:
        response = self.client.post(self.path, LIFT, follow=True)
        assert "this appeal is not with you now" in response.content.decode()
        assert f"{LIFT['answer']}</textarea>" in response.content.decode()
        assert self.row().decision == ""

    def test_one_person_claims_it(self) -> None:
        self.client.post(f"{self.path}claim/")
        self.sign_in(self.odile)
        response = self.client.post(f"{self.path}claim/", follow=True)
        assert "Somebody was a moment quicker" in response.content.decode()
        assert self.row().claimed_by == self.edda

    def test_lifted_the_comment_is_back(self) -> None:
        self.client.post(f"{self.path}claim/")
        self.assertRedirects(self.client.post(self.path, LIFT), "/desk/appeals/")
        row = self.row()
        assert (row.decision, row.answer, row.decided_by) == ("lifted", LIFT["answer"], self.edda)
        assert Comment.objects.get(pk=self.comment.pk).taken_away_at is None
        assert LIFT["answer"] in self.page(self.path)

    def test_kept_it_stays_away(self) -> None:
        self.client.post(f"{self.path}claim/")
        self.client.post(self.path, {"decision": "kept", "answer": "It could still hurt somebody."})
        assert self.row().decision == "kept"
        assert Comment.objects.get(pk=self.comment.pk).taken_away_at

    def test_an_answer_is_due(self) -> None:
        self.client.post(f"{self.path}claim/")
        assert self.client.post(self.path, {"decision": "lifted", "answer": ""}).status_code == 422
        assert self.client.post(self.path, {"decision": "maybe", "answer": "Words."}).status_code == 422
        assert self.row().decision == ""

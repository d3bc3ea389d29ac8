from __future__ import annotations

from django.utils.timezone import now

from allies.accounts.unsent import mark
from allies.answers import answering
from allies.answers.models import Message, Note, Question, StockParagraph
from allies.answers.testing import make_question
from allies.desk.testing import DeskTestCase

WORDS = "We read it, and we are with you."


class QuestionReplyTests(DeskTestCase):
    def setUp(self) -> None:
        self.question = make_question(self.alice, sent=True)
        answering.claim(self.question, by=self.sam)
        self.path = f"/desk/questions/{self.question.pk}/"
        self.sign_in(self.sam)

    def came(self) -> Message:
        given = {"member": self.alice, "question": self.question, "by": self.alice, "text": "One thing more."}
        made: Message = Message.objects.create(**given, sent_at=now())
        return made

    def test_sent_and_shown_at_its_place(self) -> None:
        self.client.post(f"{self.path}draft/", {"text": "We read"})
        assert "We read</textarea>" in self.page(self.path)
        response = self.client.post(f"{self.path}reply/", {"text": WORDS, "seen": ""})
        self.assertRedirects(response, f"{self.path}#c1")
        page = self.page(self.path)
        assert WORDS in page
        assert "the asker’s turn" in page
        assert f'name="seen" value="{Message.objects.get().pk}"' in page
        assert "We read</textarea>" not in page

    def test_past_a_new_message_nothing_is_sent_and_the_words_stay(self) -> None:
        came = self.came()
        response = self.client.post(f"{self.path}reply/", {"text": WORDS, "seen": ""})
        assert response.status_code == 409
        page = response.content.decode()
        assert "a new message came meanwhile" in page
        assert "One thing more." in page
        assert f"{WORDS}</textarea>" in page
        assert f'name="seen" value="{came.pk}"' in page
        assert Message.objects.get(by=self.sam).sent_at is None
        assert self.client.post(f"{self.path}reply/", {"text": WORDS, "seen": str(came.pk)}).status_code == 302

    def test_when_it_is_somebody_elses_the_words_stay(self) -> None:
        Question.objects.update(owner=self.edda)
        response = self.client.post(f"{self.path}reply/", {"text": WORDS})
        assert response.status_code == 409
        assert f"{WORDS}</textarea>" in response.content.decode()
        assert Message.objects.get(by=self.sam).text == WORDS
        Message.objects.all().delete()
        Question.objects.update(owner=self.sam, closed_at=now())
        response = self.client.post(f"{self.path}reply/", {"text": WORDS})
        assert f"{WORDS}</textarea>" in response.content.decode()
        assert self.client.post(f"{self.path}draft/", {"text": WORDS}).status_code == 409
        assert not Message.objects.exists()

    def test_what_cannot_be_sent(self) -> None:
        for words in ("", "\u2800", "x" * 8001):
            response = self.client.post(f"{self.path}reply/", {"text": words})
            assert response.status_code == 422
            assert f"{words}</textarea>" in response.content.decode()
        assert not Message.objects.exclude(sent_at=None).exists()
        assert len(Message.objects.get().text) == 8001

    def test_stock_paragraphs_join_what_was_typed(self) -> None:
        stock = StockParagraph.objects.create(title="Thanks", text="Thank you for writing.")
        response = self.client.post(f"{self.path}reply/", {"text": "My own words.", "with": str(stock.pk)})
        assert "My own words.\n\nThank you for writing.</textarea>" in response.content.decode()
        response = self.client.post(f"{self.path}reply/", {"text": "My own words.", "with": "nothing"})
        assert "My own words.</textarea>" in response.content.decode()
        assert not Message.objects.exists()

    def test_notes_are_the_teams(self) -> None:
        self.assertRedirects(self.client.post(f"{self.path}note/", {"note": "Ask Rhea."}), self.path)
        self.sign_in(self.rhea)
        assert "Ask Rhea." in self.page(self.path)
        response = self.client.post(f"{self.path}note/", {"note": "x" * 2001})
        assert response.status_code == 422
        assert f"{'x' * 2001}</textarea>" in response.content.decode()
        assert Note.objects.count() == 1

    def test_what_another_has_begun_is_not_in_my_box(self) -> None:
        answering.keep_reply(self.question, "Words of Edda's.", by=self.edda)
        assert "Words of Edda" not in self.page(self.path)

    def test_words_outlive_a_session(self) -> None:
        for page in (self.path, f"{self.path}reply/", f"{self.path}note/"):
            for act, name in (("reply", "text"), ("note", "note")):
                self.client.logout()
                given = {name: f"{act} {WORDS}", "whose": mark(self.sam)}
                self.client.post(f"{self.path}{act}/", given, headers={"referer": f"http://testserver{page}"})
                self.sign_in(self.sam)
                assert f"{act} {WORDS}</textarea>" in self.page(page), (page, act)

    def test_the_script_finds_where_to_keep_a_draft(self) -> None:
        page = self.page(self.path)
        assert f'data-draft-url="{self.path}draft/"' in page
        assert "data-draft-at" not in page
        assert self.client.post(f"{self.path}draft/", {"text": WORDS}).status_code == 204
        assert "data-draft-at" in self.page(self.path)
        assert self.client.post(f"{self.path}draft/", {"text": ""}).status_code == 204
        assert not Message.objects.exists()

from __future__ import annotations

from datetime import timedelta

from django.utils.timezone import now

from allies.answers import answering
from allies.answers.about import kept
from allies.answers.models import Message, Question, StockParagraph
from allies.answers.testing import make_question
from allies.desk.testing import DeskTestCase


class QuestionDetailTests(DeskTestCase):
    def setUp(self) -> None:
        self.question = make_question(
            self.alice,
            "He left a coin on the window.",
            tried="I asked him.",
            hope="One calm evening.",
            about=kept(["partner", "alcohol", "wavering"]),
            sent=True,
        )
        self.path = f"/desk/questions/{self.question.pk}/"
        self.sign_in(self.sam)

    def letter(self, text: str, by: object = None, *, sent: bool = True) -> Message:
        given = {"member": self.alice, "question": self.question, "by": by or self.alice, "text": text}
        made: Message = Message.objects.create(**given, sent_at=now() if sent else None)
        return made

    def test_all_its_parts_and_what_it_is_about_in_words(self) -> None:
        page = self.page(self.path)
        parts = ("He left a coin on the window.", "I asked him.", "One calm evening.")
        for shown in (*parts, "alice asks", "My partner", "Alcohol", "Wavers", "private answer only"):
            assert shown in page, shown
        assert "urgent" not in page.split("<main", 1)[1].split("</main", 1)[0]

    def test_danger_stands_first_and_is_kept_nowhere(self) -> None:
        assert "May be in danger" not in self.page(self.path)
        Question.objects.all().delete()
        self.question = make_question(self.alice, "He is not breathing, his lips are blue.", sent=True)
        page = self.page(f"/desk/questions/{self.question.pk}/")
        assert "May be in danger: overdose" in page
        assert page.index("May be in danger") < page.index("alice asks")
        assert not self.question.urgent

    def test_danger_in_a_later_letter_too_but_not_in_the_teams(self) -> None:
        self.letter("Did he say that he wants to end his life?", by=self.sam)
        assert "May be in danger" not in self.page(self.path)
        self.letter("I want to end my life tonight.")
        assert "May be in danger: suicide" in self.page(self.path)

    def test_the_thread_in_its_order_without_what_the_asker_has_begun(self) -> None:
        self.letter("The first letter.", by=self.sam)
        self.letter("The second letter.")
        self.letter("Not sent yet.", sent=False)
        page = self.page(self.path)
        assert page.index("The first letter.") < page.index("The second letter.")
        assert "Not sent yet." not in page
        assert "has begun a reply" not in page

    def test_earlier_questions_with_how_they_ended(self) -> None:
        past = now() - timedelta(days=9)
        make_question(self.alice, "Closed after an answer.", sent=True, sent_at=past, answered_at=past, closed_at=past)
        make_question(self.alice, "Closed without.", sent=True, sent_at=past, closed_at=past)
        make_question(self.alice, "Still open.", sent=True)
        make_question(self.bob, "Another's.", sent=True)
        page = self.page(self.path).split('id="earlier"', 1)[1]
        for shown in (
            "Closed after an answer.",
            "answered and closed",
            "closed without an answer",
            "waits for the team",
        ):
            assert shown in page, shown
        assert "Another" not in page

    def test_a_place_for_the_answer_on_the_site(self) -> None:
        shown = "The asker agrees to an answer on the site"
        assert shown not in self.page(self.path)
        Question.objects.update(may_share=True)
        assert shown in self.page(self.path)

    def test_queries_do_not_grow(self) -> None:
        answering.claim(self.question, by=self.sam)
        self.page(self.path)
        with self.assertNumQueries(14):
            self.page(self.path)
        for number in range(9):
            self.letter(f"Letter {number}.", by=self.edda if number % 2 else None)
            answering.note(self.question, f"Note {number}.", by=self.rhea)
            make_question(self.alice, f"Before {number}.", sent=True)
            StockParagraph.objects.create(title=f"Paragraph {number}", text="Words.")
        for member in (self.edda, self.rhea):
            answering.keep_reply(self.question, "Begun.", by=member)
        with self.assertNumQueries(14):
            self.page(self.path)

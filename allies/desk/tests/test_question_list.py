from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.utils.timezone import now

from allies.answers import answering
from allies.answers.models import Question
from allies.answers.testing import make_question
from allies.desk.testing import DeskTestCase
from allies.testing import make_member


class QuestionListTests(DeskTestCase):
    def setUp(self) -> None:
        self.sign_in(self.sam)

    def asked(self, words: str, due: float = 60, **fields: Any) -> Question:
        """A question sent an hour ago and due in `due` hours."""
        at = now()
        times: dict[str, Any] = {"sent_at": at - timedelta(hours=1), "due_at": at + timedelta(hours=due, seconds=30)}
        return make_question(self.alice, words, **times, **fields)

    def shown(self, tab: str) -> str:
        return self.page(f"/desk/questions/?show={tab}").split("</nav>", 1)[1]

    def test_what_each_tab_holds(self) -> None:
        mine = {"owner": self.sam, "claimed_at": now()}
        hers = {"owner": self.edda, "claimed_at": now()}
        self.asked("A new one.")
        self.asked("Mine and far away.", **mine)
        self.asked("Hers and soon.", 3, **hers)
        self.asked("Mine and late.", -49, **mine)
        self.asked("Hers, answered.", -1, waiting_since=now(), **hers)
        self.asked("Closed.", -1, closed_at=now(), **mine)
        make_question(self.alice, "A draft.")
        held = {
            "new": {"A new one."},
            "mine": {"Mine and far away.", "Mine and late."},
            "soon": {"Hers and soon."},
            "late": {"Mine and late."},
            "asker": {"Hers, answered."},
        }
        held["open"] = {"A new one."}.union(*held.values())
        every = held["open"] | {"Closed.", "A draft."}
        for tab, words in held.items():
            page = self.shown(tab)
            assert {each for each in every if each in page} == words, tab
            assert f"{len(words)}</span></a></li>" in self.page("/desk/questions/").split(f"?show={tab}", 1)[1][:120]

    def test_a_row_says_whose_since_when_and_until_when(self) -> None:
        self.asked("He left a coin on the window.", 3, urgent=True, owner=self.edda, claimed_at=now())
        page = self.shown("open")
        for shown in ("He left a coin", "alice", "urgent", "with edda", "sent 1\xa0hour ago", "due in 3\xa0hours"):
            assert shown in page, shown
        Question.objects.update(due_at=now() - timedelta(days=2, seconds=5), owner=None)
        assert "2\xa0days late" in self.shown("late")
        assert "nobody has it yet" in self.shown("late")

    def test_urgent_ones_first_then_what_is_due_first(self) -> None:
        for words, due, urgent in (("Third.", 9, False), ("Second.", 2, False), ("First.", 4, True)):
            self.asked(words, due, urgent=urgent)
        page = self.shown("open")
        assert page.index("First.") < page.index("Second.") < page.index("Third.")

    def test_without_a_tab_what_is_late_stands_first(self) -> None:
        self.asked("A new one.")
        assert 'href="?show=new" aria-current="page"' in self.page("/desk/questions/")
        self.asked("A late one.", -1)
        for wanted in ("", "?show=nonsense"):
            assert 'href="?show=late" aria-current="page"' in self.page(f"/desk/questions/{wanted}")
        assert "Nothing here" in self.shown("mine")

    def test_long_words_are_cut(self) -> None:
        self.asked("word " * 1000)
        assert self.shown("open").count("word") < 40

    def test_twenty_a_page_with_six_queries(self) -> None:
        with self.assertNumQueries(4):  # session and member; the policy and the counts
            self.page("/desk/questions/?show=open")
        for number in range(45):
            make_question(make_member(), f"Words {number}.", sent=True)
        with self.assertNumQueries(6):  # and two more: the rows, and their askers' keys
            page = self.page("/desk/questions/?show=open&page=2")
        assert page.count('class="teaser"') == 20
        assert "?show=open&amp;page=3" in page
        assert self.page("/desk/questions/?show=open&page=99").count('class="teaser"') == 5

    def test_counts_on_the_overview(self) -> None:
        self.asked("A late one.", -1)
        answering.claim(self.asked("Mine."), by=self.sam)
        page = self.page("/desk/")
        assert "<strong>1</strong> new question" in page
        assert "Take the next one" not in page
        for tab in ("mine", "late"):
            assert "1 question</small>" in page.split(f"?show={tab}", 1)[1][:120]

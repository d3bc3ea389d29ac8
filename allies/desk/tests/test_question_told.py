"""What the team hears of questions in their own inbox."""

from __future__ import annotations

from django.utils.timezone import now

from allies.accounts import apart
from allies.answers import answering, asking
from allies.answers.models import Question
from allies.answers.testing import make_question
from allies.desk import asked
from allies.desk.testing import DeskTestCase
from allies.inbox.models import Kind, Letter, Notice
from allies.inbox.telling import telling
from allies.inbox.tests.making import wants_letters


class ToldTests(DeskTestCase):
    def setUp(self) -> None:
        given = {"owner": self.sam, "claimed_at": now(), "answered_at": now(), "waiting_since": now()}
        self.question: Question = make_question(self.alice, sent=True, **given)
        self.at = f"/desk/questions/{self.question.pk}/"

    def told(self) -> list[tuple[str, str]]:
        return list(Notice.objects.unread().order_by("pk").values_list("member__pseudonym", "kind"))

    def test_who_is_handed_a_question_hears_of_it_and_has_seen_it_on_its_page(self) -> None:
        wants_letters(self.rhea)
        answering.hand_over(self.question, self.rhea, by=self.sam)
        assert self.told() == [("rhea", Kind.HANDED)]
        assert Notice.objects.get().address == self.at
        assert Letter.objects.of(self.rhea).count() == 1
        self.sign_in(self.rhea)
        assert "Something at the desk was handed to you." in self.page("/inbox/")
        self.page(self.at)
        assert self.told() == []

    def test_handed_back_and_forth_each_time(self) -> None:
        answering.hand_over(self.question, self.rhea, by=self.sam)
        answering.hand_over(Question.objects.get(), self.edda, by=self.edda)  # by herself, to herself
        assert self.told() == [("rhea", Kind.HANDED)]

    def test_its_owner_hears_when_its_asker_writes_back(self) -> None:
        asking.write(self.question, "I said it.", by=self.alice)
        assert self.told() == [("sam", Kind.DESK_REPLY)]
        asking.write(self.question, "And more.", by=self.alice)  # while it is with the team: once is enough
        assert self.told() == [("sam", Kind.DESK_REPLY)]
        self.sign_in(self.sam)
        self.page(self.at)
        assert self.told() == []

    def test_nobody_hears_who_has_left_or_must_not_meet_her(self) -> None:
        apart.avoid("sam", "", by=self.alice)
        asking.write(self.question, "I said it.", by=self.alice)
        assert self.told() == []
        assert self.sam not in asked.team(Question.objects.get(), self.edda)
        Question.objects.update(owner=self.rhea, waiting_since=now())
        self.rhea.give_role("member", by=None)
        asking.write(self.question, "I said it again.", by=self.alice)
        Question.objects.update(owner=None, waiting_since=now())
        asking.write(self.question, "And to nobody.", by=self.alice)
        assert self.told() == []

    def test_taken_back_nothing_leads_there(self) -> None:
        asking.write(self.question, "I said it.", by=self.alice)
        asking.take_back(self.question, by=self.alice)
        assert self.told() == []

    def test_the_words_tell_nothing(self) -> None:
        for kind in (Kind.HANDED, Kind.DESK_REPLY):
            assert not telling(str(kind.label))

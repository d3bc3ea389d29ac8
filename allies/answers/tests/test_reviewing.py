from __future__ import annotations

import pytest
from django.utils.timezone import now

from allies.answers import reviewing
from allies.answers.actions import take_away_all, take_away_comment
from allies.answers.models import Comment
from allies.answers.testing import edition, make_answer, make_comment
from allies.audit.models import Entry
from allies.moderation.actions import appeal, decide_appeal
from allies.moderation.models import Case, Measure
from allies.moderation.tests.making import make_case
from allies.testing import MemberTestCase


class Reviewing(MemberTestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        super().setUpTestData()
        cls.answer = make_answer(author=cls.sam)

    def lift(self, measure: Measure) -> None:
        asked = appeal(measure, "Please.", by=measure.member)
        decide_appeal(asked, "lifted", "You are right.", by=self.edda)
        reviewing.restore(measure)

    def shown(self) -> list[int]:
        return list(Comment.objects.shown().order_by("pk").values_list("pk", flat=True))

    def test_only_whoever_holds_the_case_decides_and_once(self) -> None:
        comment = make_comment(self.answer, self.alice, held=True)
        case = make_case(comment)
        for act in (reviewing.remove, reviewing.return_to_writer, reviewing.hide_conversation):
            with pytest.raises(PermissionError):
                act(case, "No.", by=self.vera)
        with pytest.raises(PermissionError):
            reviewing.approve(case, by=self.vera)
        case = make_case(comment, by=self.vera)
        reviewing.approve(case, by=self.vera)
        with pytest.raises(PermissionError):
            reviewing.remove(case, "After all.", by=self.vera)
        assert self.shown() == [comment.pk]
        assert edition(self.answer).comment_count == 1
        entry = Entry.objects.get(verb="comment-approved")
        assert (entry.by, entry.reason) == (self.vera, "looked at for: newcomer")

    def test_a_reported_comment_that_is_fine_stays_as_it_was(self) -> None:
        comment = make_comment(self.answer, self.alice)
        reviewing.approve(make_case(comment, by=self.vera), by=self.vera)
        assert Comment.objects.get().turn is None

    def test_what_its_writer_took_away_cannot_be_decided(self) -> None:
        comment = make_comment(self.answer, self.alice)
        case = make_case(comment, by=self.vera)
        take_away_comment(comment, by=self.alice)
        assert Case.objects.get().outcome == "gone"
        with pytest.raises(PermissionError):
            reviewing.approve(case, by=self.vera)

    def test_all_of_a_members_cases_end_with_their_words(self) -> None:
        make_case(make_comment(self.answer, self.alice, held=True))
        assert take_away_all(self.alice) == 1
        assert Case.objects.get().outcome == "gone"

    def test_removing_in_the_conversation_is_a_measure_too(self) -> None:
        comment = make_comment(self.answer, self.alice)
        take_away_comment(comment, by=self.vera, reason="It gives advice.")
        measure = Measure.objects.get()
        assert (measure.member, measure.kind, measure.reason) == (self.alice, "removed", "It gives advice.")
        assert Case.objects.get().outcome == "removed"

    def test_not_while_somebody_else_decides(self) -> None:
        comment = make_comment(self.answer, self.alice)
        make_case(comment, by=self.edda)
        self.sign_in(self.vera)
        response = self.client.post(f"/answers/comments/{comment.pk}/remove/", {"reason": "It gives advice."})
        assert response.status_code == 422
        assert "Somebody else is deciding" in response.content.decode()
        assert self.shown() == [comment.pk]

    def test_an_appeal_brings_it_back(self) -> None:
        comment = make_comment(self.answer, self.alice, held=True)
        measure = reviewing.remove(make_case(comment, by=self.vera), "It gives advice.", by=self.vera)
        assert self.shown() == []
        self.lift(measure)
        reviewing.restore(measure)
        assert self.shown() == [comment.pk]
        assert edition(self.answer).comment_count == 1

    def test_also_what_was_sent_back_and_nothing_that_was_wiped(self) -> None:
        returned, gone = make_comment(self.answer, self.alice), make_comment(self.answer, self.bob)
        notes = [
            reviewing.return_to_writer(make_case(each, by=self.vera), "Kinder?", by=self.vera)
            for each in (returned, gone)
        ]
        Comment.objects.filter(pk=gone.pk).update(text="", html="", taken_away_at=now())
        for note in notes:
            self.lift(note)
        assert self.shown() == [returned.pk]

    def test_a_hidden_conversation_and_back(self) -> None:
        first, other = make_comment(self.answer, self.alice), make_comment(self.answer, self.sam)
        replies = [make_comment(self.answer, person, parent=first) for person in (self.bob, self.alice, self.vera)]
        take_away_comment(replies[1], by=self.alice)
        measures = reviewing.hide_conversation(make_case(replies[0], by=self.vera), "It got loud.", by=self.vera)
        assert self.shown() == [other.pk]
        assert {measure.member for measure in measures} == {self.alice, self.bob}
        self.lift(measures[0])
        assert self.shown() == [first.pk, other.pk, replies[0].pk, replies[2].pk]
        assert not Measure.objects.filter(lifted_at=None).exists()

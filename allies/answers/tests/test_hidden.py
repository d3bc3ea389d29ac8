"""A conversation that a moderator hid: what comes too late for it, and what becomes of it when that is taken back."""

from __future__ import annotations

from html import unescape

from allies.answers import reviewing
from allies.answers.models import Comment, Draft
from allies.answers.testing import edition, make_answer, make_comment, make_everyone_known
from allies.moderation.actions import appeal, decide_appeal
from allies.moderation.models import Appeal, Case, Measure
from allies.moderation.queries import waiting_appeals
from allies.moderation.tests.making import make_case
from allies.testing import MemberTestCase

LATE = "I sat with this for an hour."
CLOSED = "A moderator closed this conversation."


class Hidden(MemberTestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        super().setUpTestData()
        make_everyone_known()
        cls.answer = make_answer(author=cls.sam)
        cls.first = make_comment(cls.answer, cls.bob, "It began here.")
        cls.waiting = make_comment(cls.answer, cls.alice, "Words nobody has read.", parent=cls.first, held=True)
        make_case(cls.waiting, "disrespect")

    def hide(self) -> list[Measure]:
        case = make_case(self.first, "reported", by=self.vera)
        return reviewing.hide_conversation(case, "It got loud.", by=self.vera)

    def lift(self, measure: Measure) -> None:
        decide_appeal(appeal(measure, "Please.", by=measure.member), "lifted", "You are right.", by=self.edda)
        reviewing.restore(measure)

    def reply(self, to: Comment | None) -> tuple[int, str]:
        self.sign_in(self.alice)
        given = {"text": LATE, "reply": str(to.pk) if to else ""}
        response = self.client.post(f"{self.answer.address}comment/", given)
        return response.status_code, unescape(response.content.decode())

    def test_a_late_reply_is_kept_and_its_writer_told(self) -> None:
        own = make_comment(self.answer, self.alice, "A reply.", parent=self.first)
        self.hide()
        for to in (self.first, own):
            status, page = self.reply(to)
            assert (status, f"{LATE}</textarea>" in page) == (409, True)
            assert CLOSED in page
            assert "was taken away" not in page
        assert not Comment.objects.filter(text=LATE).exists()
        assert Draft.objects.of(self.alice).get().text == LATE
        page = unescape(self.client.get(f"{self.answer.address}?reply={self.first.pk}").content.decode())
        assert CLOSED in page
        assert f"{LATE}</textarea>" in page
        assert self.reply(None)[0] == 302  # to everyone instead

    def test_what_its_writer_took_away_can_still_be_answered(self) -> None:
        self.client.force_login(self.bob)
        self.client.post(f"/answers/comments/{self.first.pk}/delete/")
        assert self.reply(self.first)[0] == 302

    def test_brought_back_it_goes_on(self) -> None:
        self.lift(self.hide()[0])
        assert self.reply(self.first)[0] == 302

    def test_brought_back_what_waited_waits(self) -> None:
        measures = self.hide()
        assert not Case.objects.open().exists()
        self.lift(next(measure for measure in measures if measure.member == self.bob))
        self.waiting.refresh_from_db()
        assert self.waiting.taken_away_at is None
        assert self.waiting.held_at is not None
        assert [case.comment for case in Case.objects.open()] == [self.waiting]
        assert edition(self.answer).comment_count == 1

    def test_whoever_asked_too_is_answered_too(self) -> None:
        hers, his = sorted(self.hide(), key=lambda measure: measure.member.pseudonym)
        asked = appeal(hers, "I was only reading.", by=self.alice)
        self.lift(his)
        asked.refresh_from_db()
        assert (asked.decision, asked.decided_by) == ("lifted", self.edda)
        assert not waiting_appeals(self.odile).exists()
        assert Appeal.objects.get(measure=his).answer == "You are right."

"""Whoever of the team must not meet an asker finds nothing of their question: in no list, number or page, both ways."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.timezone import now

from allies.accounts import apart
from allies.accounts.models import Avoided, Member
from allies.answers.models import Question
from allies.answers.testing import make_answer, make_comment, make_question
from allies.answers.tests.quoted import CANARY, QuotedTestCase
from allies.desk import asked

TABS = ("new", "mine", "soon", "late", "asker", "open", "closed")


class ApartFromAnAsker(QuotedTestCase):
    def setUp(self) -> None:
        self.agreed()

    def each_way(self) -> Iterator[Member]:
        """Sam, then Rhea, kept from Alice: by their own naming, and by hers."""
        for one in (self.sam, self.rhea):
            for by, named in ((one, self.alice), (self.alice, one)):
                apart.avoid(named.pseudonym, "", by=by)
                self.sign_in(one)
                yield one
                apart.meet_again(Avoided.objects.get())

    def shown(self, address: str) -> str:
        return str(self.client.get(address).content.decode())

    def test_lists_and_their_numbers(self) -> None:
        make_question(self.alice, f"{CANARY} Done.", sent=True, closed_at=now())
        Question.objects.filter(closed_at=None).update(owner=None)
        for member in (self.sam, self.rhea):  # else the test could not fail
            self.sign_in(member)
            assert "zebrafish" in self.shown("/desk/questions/?show=new")
            assert "zebrafish" in self.shown("/desk/questions/?show=closed")
        for member in self.each_way():
            empty = self.shown("/desk/questions/?show=open")
            for tab in TABS:
                assert "zebrafish" not in self.shown(f"/desk/questions/?show={tab}"), (member, tab)
            assert "alice" not in empty
            assert self.tabs(member) == [], member

    def tabs(self, member: Member) -> list[str]:
        reader = Member.objects.get(pk=member.pk)
        return [name for name, count in asked.counted(reader, asked.tabs(reader, now())).items() if count]

    def test_pages_and_acts(self) -> None:
        place = f"/desk/questions/{self.question.pk}/"
        for member in self.each_way():
            for end in ("", "note/", "reply/", "answer/", "second-reading/"):
                assert self.client.get(f"{place}{end}").status_code == 404, (member, end)
            for end in ("claim/", "take-over/", "draft/", "answer/begin/", "answer/propose/", "second-reading/"):
                assert self.client.post(f"{place}{end}").status_code == 404, (member, end)
        self.sign_in(self.sam)
        assert "zebrafish" in self.shown(f"{place}answer/")
        self.sign_in(self.rhea)
        assert "zebrafish" in self.shown(f"{place}second-reading/")

    def test_nobody_writes_or_reads_an_answer_to_a_question_of_their_own(self) -> None:
        own = make_question(self.sam, "My own question.", sent=True, may_share=True)
        self.sign_in(self.sam)
        for end in ("answer/", "second-reading/"):
            assert self.client.get(f"/desk/questions/{own.pk}/{end}").status_code == 404

    def test_a_comment_is_not_there_to_be_answered_privately(self) -> None:
        comment = make_comment(make_answer(author=self.edda), self.alice, f"{CANARY} Again.")
        place = f"/answers/comments/{comment.pk}/invite/"
        for member in self.each_way():
            assert self.client.get(place).status_code == 404, member
            assert self.client.post(place).status_code == 404, member

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from django.conf import settings
from django.utils.timezone import now

from allies.accounts.models import Member
from allies.answers.models import FollowUp, Message, Note, Question, StockParagraph
from allies.home.demo_cast import load_cast
from allies.home.demo_questions import load_questions
from allies.inbox.models import Kind, Notice
from allies.lib.source import SourceError
from allies.testing import MemberTestCase

DEMO = settings.CONTENT / "demo"
FILE = DEMO / "questions.yaml"


class DemoQuestions(MemberTestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        Member.objects.all().delete()
        load_cast(DEMO / "cast.yaml")

    def asked_by(self, name: str) -> Question:
        return Question.objects.select_related("owner").get(member=Member.objects.named(name).get())

    def told(self, name: str) -> list[tuple[str, bool]]:
        rows = Notice.objects.of(Member.objects.named(name).get()).order_by("pk")
        return [(row.kind, row.read_at is None) for row in rows]

    def test_one_of_each(self) -> None:
        at = now()
        assert load_questions(FILE, at) == {"private questions": 4}
        new, late, alice, shared = map(self.asked_by, ("Fernhill", "oldporchlight", "Alice", "HarborLight"))
        assert (new.owner, new.urgent, new.sent_at) == (None, False, at - timedelta(hours=2))
        assert (late.owner, late.urgent) == (None, True)
        assert (str(alice.owner), alice.may_share, alice.waiting_since is None) == ("Sam", False, False)
        assert (str(shared.owner), shared.urgent, shared.may_share, shared.waiting_since) == (
            "Sam",
            False,
            True,
            None,
        )
        assert shared.answered_at == at - timedelta(hours=386)
        assert set(Question.objects.due_before(at)) == {late}

    def test_the_askers_hear_of_it(self) -> None:
        load_questions(FILE, now())
        assert self.told("Alice") == [(Kind.QUESTION_MESSAGE, True)]
        assert self.told("HarborLight") == [(Kind.QUESTION_MESSAGE, False), (Kind.FOLLOW_UP, True)]

    def test_loaded_twice_it_is_there_once(self) -> None:
        for done in ({"private questions": 4}, {}):
            assert load_questions(FILE, now()) == done
        rows = (Question, Message, Note, StockParagraph, FollowUp, Notice)
        assert [each.objects.count() for each in rows] == [4, 3, 2, 4, 1, 4]  # type: ignore[attr-defined]

    def test_a_file_that_cannot_be_right_is_refused(self) -> None:
        whole = FILE.read_text(encoding="utf-8")
        for slip, other in (("by: Alice", "by: Nobody"), ("hope:", "wish:"), ("paragraphs:", "words:")):
            with TemporaryDirectory() as folder:
                path = Path(folder) / "questions.yaml"
                path.write_text(whole.replace(slip, other), encoding="utf-8")
                with pytest.raises(SourceError):
                    load_questions(path, now())
        assert not Question.objects.exists()

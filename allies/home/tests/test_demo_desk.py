from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from django.conf import settings
from django.utils.timezone import now

from allies.accounts.models import Member
from allies.answers.models import Comment
from allies.answers.testing import make_answer, make_comment
from allies.home.demo_cast import load_cast
from allies.home.demo_desk import load_desk
from allies.lib.source import SourceError, read_yaml
from allies.moderation.duty import on_duty
from allies.moderation.models import Alert, Case, Report
from allies.moderation.queries import queue
from allies.testing import MemberTestCase

DEMO = settings.CONTENT / "demo"


class DemoDesk(MemberTestCase):
    """The file that comes with the demo, under answers of the same names."""

    @classmethod
    def setUpTestData(cls) -> None:
        Member.objects.all().delete()
        load_cast(DEMO / "cast.yaml")
        cls.vera = Member.objects.named("Vera").get()
        given = read_yaml(DEMO / "desk.yaml")
        sam = Member.objects.named("Sam").get()
        known = make_answer(author=sam)
        for row in given["comments"][1:]:
            for _ in range(3):
                make_comment(known, Member.objects.named(row["by"]).get())
        slugs = {row["answer"] for row in [*given["comments"], *given["reports"]]}
        answers = {slug: make_answer(author=sam, slug=slug) for slug in slugs}
        for row in given["reports"]:
            make_comment(answers[row["answer"]], Member.objects.named(row["of"]).get())

    def test_a_desk_that_lives(self) -> None:
        load_desk(DEMO / "desk.yaml", now())
        why = {case.comment.author.pseudonym: case.why for case in Case.objects.select_related("comment__author")}
        assert why == {
            "LateTrain": ["newcomer"],
            "Alice": ["identity"],
            "NightBus41": ["disrespect"],
            "Ottersong": ["reported"],
        }
        assert queue(now(), self.vera).count() == 4
        assert Comment.objects.exclude(held_at=None).count() == 3
        assert Report.objects.get().words.startswith("I know that nobody means harm.")
        alert = Alert.objects.select_related("comment__author").get()
        assert (alert.urgent, alert.owner, alert.comment.author.pseudonym) == (False, None, "HarborLight")
        assert on_duty(now()) == [self.vera]

    def test_a_file_that_cannot_be_right_is_refused(self) -> None:
        whole = (DEMO / "desk.yaml").read_text(encoding="utf-8")
        for slip, other in (("by: Alice", "by: Nobody"), ("answer: bribe", "answer: x"), ("words:", "said:")):
            with TemporaryDirectory() as folder:
                path = Path(folder) / "desk.yaml"
                path.write_text(whole.replace(slip, other), encoding="utf-8")
                with pytest.raises(SourceError):
                    load_desk(path, now())
        assert not Case.objects.exists()

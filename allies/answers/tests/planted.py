"""Everything private of one member, planted: for the tests of taking it out and of erasing it."""

from __future__ import annotations

from typing import Any

from allies.accounts.models import Member
from allies.accounts.tests.planting import Planted
from allies.answers.models import AnswerPage, Comment
from allies.answers.testing import make_answer, make_comment
from allies.moderation.models import Case, Measure
from allies.moderation.tests.making import make_case
from allies.notebook.models import Plan, PlanEntry, PlanMember
from allies.programme.models import Recording


def plant(member: Member, other: Member, staff: Member, letter: str) -> Planted:
    """Her own comment holds the canary `q999zwxkj` with the letter, and so does the reason of a pause."""
    answer: Any = make_answer(author=staff)
    theirs = make_comment(answer, other, "Somebody else's words.")
    hers = make_comment(answer, member, f"q999zwxkj{letter}")
    given = {
        AnswerPage: make_answer(author=staff),
        Comment: hers,
        Case: make_case(theirs, by=staff),
        Measure: Measure.objects.create(
            member=member, kind="paused", reason=f"q998zwxkj{letter}", by=staff, at=hers.written_at
        ),
        **plan_of(member),
        Recording: Recording.objects.create(title="A talk"),
    }
    return Planted(member, other, letter, given)


def plan_of(member: Member) -> dict[Any, Any]:
    """A shared plan with an entry: its key is no word that could be looked for."""
    plan = Plan.objects.create()
    row = PlanMember.objects.create(plan=plan, member=member, key="00" * 32, other_name="somebody")
    plan.known = row.key
    entry = PlanEntry(plan=plan, kind="boundary")
    entry.given = {"what": f"q997zwxkj{member.pk}"}
    entry.save()
    return {Plan: plan, PlanMember: row, PlanEntry: entry}

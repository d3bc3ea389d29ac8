from __future__ import annotations

from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import now
from django.views.decorators.http import require_safe

from allies.accounts.models import Member, Role
from allies.answers import following_up
from allies.desk import asked, queries
from allies.desk.access import answers, for_team, keeps, moderates
from allies.desk.keys import told
from allies.lib import mail
from allies.moderation.duty import on_duty
from allies.moderation.queries import queue, waiting_appeals


@require_safe
@for_team
def overview(request: HttpRequest) -> HttpResponse:
    """Each role sees what is theirs: moderators what to look at, who answers the questions, an editor both."""
    moment, member = now(), request.user
    context = {"place": "desk", "keeps": keeps(member), "operates": member.role == Role.OPERATOR}
    context |= _moderation(member, moment) if moderates(member) else {}
    context |= _questions(member, moment) if answers(member) else {}
    return render(request, "desk/overview.html", context)


def _moderation(member: Member, moment: datetime) -> dict[str, Any]:
    return {
        "moderates": True,
        "alerts": [(alert, told(alert)) for alert in queries.alerts(member, moment)],
        "taken_over": queries.taken_over_from(member, moment),
        "waiting": queue(moment, member).count(),
        "held": queries.held_by(member, moment),
        "appeals": len(waiting_appeals(member)),
        "closings": queries.closings_count(member),
        "on_duty": on_duty(moment),
        "no_mail": keeps(member) and queries.policy().alert_on_crisis and not mail.is_set_up(),
        "no_address": not member.email and mail.is_set_up(),
    }


def _questions(member: Member, moment: datetime) -> dict[str, Any]:
    counts = asked.counted(member, asked.tabs(member, moment))
    tabs = [(name, asked.TABS[name], counts[name]) for name in ("mine", "soon", "late")]
    return {"answers": True, "asked": counts, "tabs": tabs, "since": following_up.counts()} | _dangers(member)


def _dangers(member: Member) -> dict[str, Any]:
    """For those who see no other alerts: editors have them among theirs."""
    return {} if moderates(member) else {"dangers": queries.question_alerts(member)}

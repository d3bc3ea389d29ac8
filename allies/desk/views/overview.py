from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import now
from django.views.decorators.http import require_safe

from allies.desk import queries
from allies.desk.access import for_moderators, keeps
from allies.desk.keys import named
from allies.lib import mail
from allies.moderation.duty import on_duty
from allies.moderation.queries import queue, waiting_appeals


@require_safe
@for_moderators
def overview(request: HttpRequest) -> HttpResponse:
    moment, member = now(), request.user
    context = {
        "place": "desk",
        "alerts": [(alert, named(alert.keys)) for alert in queries.alerts(member, moment)],
        "taken_over": queries.taken_over_from(member, moment),
        "waiting": queue(moment, member).count(),
        "held": queries.held_by(member, moment),
        "appeals": len(waiting_appeals(member)),
        "closings": queries.closings_count(member),
        "on_duty": on_duty(moment),
        "keeps": keeps(member),
        "no_mail": keeps(member) and queries.policy().alert_on_crisis and not mail.is_set_up(),
        "no_address": not member.email and mail.is_set_up(),
    }
    return render(request, "desk/overview.html", context)

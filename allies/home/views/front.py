from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from allies.accounts.models import Member
from allies.answers.queries import followed_with_news, newest
from allies.moderation.queries import unseen_outcomes
from allies.programme.queries import resume_for


@login_not_required
@require_safe
def front(request: HttpRequest) -> HttpResponse:
    if isinstance(request.user, Member):
        return _today(request, request.user)
    return render(request, "home/welcome.html", {"place": "home", "newest": newest(public_only=True, limit=1)})


def _today(request: HttpRequest, member: Member) -> HttpResponse:
    answers = newest(public_only=False, limit=4, reader=member)
    context = {
        "place": "home",
        "member": member,
        "resume": resume_for(member),
        "hero": answers[0] if answers else None,
        "more": answers[1:],
        "news": followed_with_news(member, limit=3),
        "unseen": unseen_outcomes(member),
    }
    return render(request, "home/today.html", context)

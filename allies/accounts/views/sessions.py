from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_GET, require_POST

from allies.accounts import actions
from allies.accounts.device import describe
from allies.accounts.queries import sessions_of


@require_GET
def session_list(request: HttpRequest) -> HttpResponse:
    here = request.session.session_key
    rows = [
        {"row": row, "device": describe(row.user_agent), "is_here": row.session_key == here}
        for row in sessions_of(request.user)
    ]
    rows.sort(key=lambda row: not row["is_here"])
    others = sum(not row["is_here"] for row in rows)
    return render(request, "accounts/session_list.html", {"rows": rows, "others": others, "place": "me"})


@require_POST
def session_end(request: HttpRequest, pk: int) -> HttpResponse:
    row = get_object_or_404(sessions_of(request.user), pk=pk)
    if row.session_key == request.session.session_key:
        actions.end_session(request)
        return redirect("account_login")
    row.end()
    messages.success(request, gettext("That device is signed out."))
    return redirect("accounts:session-list")


@require_POST
def session_end_others(request: HttpRequest) -> HttpResponse:
    ended = actions.end_all_sessions(request.user, but=request.session.session_key)
    note = ngettext("%(n)d other device is signed out.", "%(n)d other devices are signed out.", ended) % {"n": ended}
    messages.success(request, note)
    return redirect("accounts:session-list")

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from allies.inbox import actions, queries


@require_safe
def notice_list(request: HttpRequest) -> HttpResponse:
    page = queries.listed(request.user, request.GET.get("page"))
    context = {"page": page, "newest": max((notice.pk for notice in page), default=0), "place": "inbox"}
    return render(request, "inbox/notice_list.html", context)


@require_POST
def notice_open(request: HttpRequest, key: int) -> HttpResponse:
    """A button and no link: a browser that loads links ahead would mark them read."""
    notice = queries.notice_of(request.user, key)
    actions.open_notice(notice)
    return redirect(notice.address)


@require_POST
def notice_read_all(request: HttpRequest) -> HttpResponse:
    newest = request.POST.get("newest", "")
    if newest.isascii() and newest.isdecimal() and len(newest) < 19:
        actions.mark_all_read(request.user, int(newest))
    return redirect("inbox:notice-list")

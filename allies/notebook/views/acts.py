"""One tap on an entry: delete it, choose it, count it."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from allies.notebook import keeping
from allies.notebook.models import Given
from allies.notebook.views.asked import entry_at, kind_at


@require_http_methods(["GET", "HEAD", "POST"])
def entry_delete(request: HttpRequest, kind: str, key: UUID) -> HttpResponse:
    found = kind_at(kind)
    if request.method == "POST":
        keeping.delete(found, key, by=request.user)
        messages.success(request, _("It is deleted."))
        return redirect("notebook:entry-list", found.slug)
    entry = entry_at(request.user, found, key)
    context = {"kind": found, "entry": entry, "line": found.short(entry.given), "place": "notes"}
    return render(request, "notebook/entry_delete.html", context)


@require_POST
def entry_choose(request: HttpRequest, kind: str, key: UUID) -> HttpResponse:
    found = kind_at(kind)
    if not found.one:
        raise Http404
    try:
        if reason := keeping.choose(found, key, by=request.user):
            messages.warning(request, reason)
    except keeping.GoneError as gone:
        raise Http404 from gone
    return redirect("notebook:entry-edit", found.slug, key)


@require_POST
def entry_unchoose(request: HttpRequest, kind: str, key: UUID) -> HttpResponse:
    found = kind_at(kind)
    try:
        keeping.unchoose(found, key, by=request.user)
    except keeping.GoneError as gone:
        raise Http404 from gone
    return redirect("notebook:entry-edit", found.slug, key)


@require_POST
def entry_count(request: HttpRequest, kind: str, key: UUID) -> HttpResponse:
    """Kept or not, once more. `tap`: its own key, so that a double tap counts once."""
    found = kind_at(kind)
    if not found.tally:
        raise Http404
    mark = f"{request.POST.get('tap', '')[:36]} {localdate().isoformat()} {'1' if request.POST.get('kept') else '0'}"

    def counted(given: Given) -> Given:
        before = [str(each) for each in given.get("tally", [])]
        again = any(each.split()[0] == mark.split()[0] for each in before)
        return given if again else given | {"tally": [*before, mark]}

    try:
        keeping.change(found, key, counted, by=request.user)
    except keeping.GoneError as gone:
        raise Http404 from gone
    return redirect("notebook:entry-edit", found.slug, key)

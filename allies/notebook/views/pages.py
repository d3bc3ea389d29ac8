"""The notebook's overview, its lists and its search."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods, require_safe

from allies.notebook import entries
from allies.notebook.kinds import GROUPS, KINDS
from allies.notebook.models import Entry, KindName
from allies.notebook.trends import life_trend
from allies.notebook.views.asked import kind_at

LONGEST = 200  # characters that are looked for


@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    counts = entries.counts_of(request.user)
    groups = [
        (title, [(kind, counts[kind.name]) for kind in KINDS.values() if kind.group == name]) for name, title in GROUPS
    ]
    return render(request, "notebook/overview.html", {"groups": groups, "place": "notes"})


@require_safe
def entry_list(request: HttpRequest, kind: str) -> HttpResponse:
    found = kind_at(kind)
    page = entries.page_of(request.user, found, request.GET.get("page"))
    rows = list(page.object_list)
    context = {
        "kind": found,
        "page": page,
        "rows": [row_of(entry) for entry in rows],
        "says": found.says(page.paginator.object_list, localdate()) if found.by_day and page.number == 1 else "",
        "trend": life_trend(page.paginator.object_list) if found.name == KindName.LIFE and page.number == 1 else None,
        "saved": f"entry-{request.user.pk}-{request.GET['saved']}" if "saved" in request.GET else "",
        "place": "notes",
    }
    return render(request, "notebook/entry_list.html", context)


@sensitive_post_parameters()
@sensitive_variables()
@require_http_methods(["GET", "HEAD", "POST"])
def search(request: HttpRequest) -> HttpResponse:
    """By POST, so that what is looked for stands in no address, history or log."""
    if request.method != "POST":
        return redirect("notebook:overview")
    words = request.POST.get("words", "").strip()[:LONGEST]
    found = entries.found_in(request.user, words)
    context = {"words": words, "rows": [row_of(entry) for entry in found], "most": entries.FOUND, "place": "notes"}
    return render(request, "notebook/search.html", context)


def row_of(entry: Entry) -> dict[str, Any]:
    kind, given = KINDS[entry.kind], entry.given
    return {
        "entry": entry,
        "kind": kind,
        "line": kind.short(given),
        "day": entry.day,
        "state": given.get("state") if kind.name == KindName.OBSERVATION else "",
    }

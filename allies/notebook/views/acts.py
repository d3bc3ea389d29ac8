"""One tap on an entry: delete it, choose it, count it."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods, require_POST

from allies.language import Finding
from allies.notebook import keeping
from allies.notebook.models import Given
from allies.notebook.views.asked import entry_at, kind_at
from allies.notebook.views.sent import FORM, or_404

VIOLENCE = Finding(kind="crisis", start=0, end=1, subkind="violence", severity="concern", reason="")  # she said so


@require_http_methods(FORM)
def entry_delete(request: HttpRequest, kind: str, key: UUID) -> HttpResponse:
    found = kind_at(kind)
    if request.method == "POST":
        keeping.delete(found, key, by=request.user)
        messages.success(request, _("It is deleted."))
        return redirect("notebook:entry-list", found.slug)
    entry = entry_at(request.user, found, key)
    context = {"kind": found, "entry": entry, "line": found.short(entry.given), "place": "notes"}
    return render(request, "notebook/entry_delete.html", context)


@sensitive_post_parameters()
@sensitive_variables()
@require_POST
def entry_choose(request: HttpRequest, kind: str, key: UUID) -> HttpResponse:
    """Source: METHOD's violence gate, asked again before any step that takes something away.

    Harm or fear closes the choice and shows help. The answer goes no further than this page: no row, message or address
    holds it.
    """
    found = kind_at(kind)
    if not found.one:
        raise Http404
    entry_at(request.user, found, key)
    if request.POST.get("afraid") == "yes":
        context = {"kind": found, "findings": [VIOLENCE], "place": "notes"}
        return render(request, "notebook/not_now.html", context)
    if request.POST.get("afraid") != "no":
        messages.warning(request, _("Please answer the question first. Nothing was chosen."))
        return redirect("notebook:entry-edit", found.slug, key)
    with or_404():
        if reason := keeping.choose(found, key, by=request.user):
            messages.warning(request, reason)
    return redirect("notebook:entry-edit", found.slug, key)


@require_POST
def entry_unchoose(request: HttpRequest, kind: str, key: UUID) -> HttpResponse:
    found = kind_at(kind)
    with or_404():
        keeping.unchoose(found, key, by=request.user)
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

    with or_404():
        keeping.change(found, key, counted, by=request.user)
    return redirect("notebook:entry-edit", found.slug, key)

"""Words that a member means to say: a look at them while she writes, and saying them aloud."""

from __future__ import annotations

import time
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods, require_POST

from allies.craft.drafting import sentences
from allies.lib.pace import Pace
from allies.moderation.words import findings
from allies.notebook import keeping
from allies.notebook.checked import LONGEST, checked
from allies.notebook.views.asked import entry_at, kind_at

PACE = Pace(at_once=30, a_second=1)  # faster than anybody types


@sensitive_post_parameters()
@sensitive_variables()
@require_POST
def words_beside(request: HttpRequest) -> HttpResponse:
    """A fragment. Nothing is kept; beside danger there are no thoughts about wording, only urgent help (/words/)."""
    if not PACE.take(request.user.pk, time.monotonic()):
        return HttpResponse(status=429)
    text = request.POST.get("text", "")[:LONGEST]
    danger = any(each.kind == "crisis" for each in findings(text, by=request.user))
    return render(request, "notebook/check.html", {"check": None if danger else checked(text)})


@sensitive_variables()
@require_http_methods(["GET", "HEAD", "POST"])
def entry_aloud(request: HttpRequest, kind: str, key: UUID) -> HttpResponse:
    """One sentence at a time. By POST: she has said it."""
    found = kind_at(kind)
    if not found.beside:
        raise Http404
    entry = entry_at(request.user, found, key)
    if request.method == "POST":
        if "aloud" in found.form.base_fields:
            keeping.change(found, key, lambda given: given | {"aloud": "yes"}, by=request.user)
        messages.success(request, _("Well done. The second time is easier."))
        return redirect("notebook:entry-edit", found.slug, key)
    lines = sentences(str(entry.given.get(found.beside, "")))
    asked = request.GET.get("at", "1")
    at = min(int(asked), len(lines)) if asked.isascii() and asked.isdigit() and len(asked) < 5 else 1
    at = max(at, 1)
    context = {
        "kind": found,
        "key": key,
        "lines": lines,
        "line": lines[at - 1] if lines else "",
        "at": at,
        "before": at - 1,
        "after": at + 1 if at < len(lines) else 0,
        "place": "notes",
    }
    return render(request, "notebook/entry_aloud.html", context)

"""Pages of the two kinds of which a member has one: the safety plan, and the kit for a yes with its one card."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_safe

from allies.accounts.models import Member
from allies.craft.drafting import sentences
from allies.craft.readiness import missing, to_call
from allies.notebook.entries import the_one_of
from allies.notebook.kinds.kind import Kind
from allies.notebook.kinds.readiness import READINESS, kit_of
from allies.notebook.kinds.safety import SAFETY
from allies.notebook.lacking import said
from allies.notebook.models import Given
from allies.notebook.phones import first_number, parts


@require_safe
@sensitive_variables()
def safety_plan(request: HttpRequest) -> HttpResponse:
    context, given = _begun(request, SAFETY)
    written = _written(SAFETY, given)
    empty = [section.title for section in SAFETY.form.sections if not any(given.get(name) for name in section.names)]
    return render(request, "notebook/safety_plan.html", context | {"sections": written, "empty": empty})


@require_safe
@sensitive_variables()
def readiness_kit(request: HttpRequest) -> HttpResponse:
    context, given = _begun(request, READINESS)
    kit, today = kit_of(given), localdate()
    lacks = said(missing(kit, today))
    return render(
        request, "notebook/readiness_kit.html", context | {"lacks": lacks, "sections": _written(READINESS, given)}
    )


@require_safe
@sensitive_variables()
def readiness_yes(request: HttpRequest) -> HttpResponse:
    """The card for the moment of yes. It works when nothing was prepared, too."""
    context, given = _begun(request, READINESS)
    kit = kit_of(given)
    calls = [(option, first_number(option.phone)) for option in to_call(kit, localdate())]
    card = {
        "kit": kit,
        "calls": [(option, number) for option, number in calls if number],
        "words": sentences(kit.words),
        "pack": [line.strip(" -–•*") for line in kit.pack.splitlines() if line.strip(" -–•*")],
        "drives": parts(kit.drives),
        "minds": parts(kit.minds) if kit.children is not False else [],
    }
    return render(request, "notebook/readiness_yes.html", context | card)


def _begun(request: HttpRequest, kind: Kind) -> tuple[dict[str, Any], Given]:
    member: Member = request.user
    entry = the_one_of(member, kind)
    saved = f"entry-{member.pk}-{request.GET['saved']}" if "saved" in request.GET else ""
    return {"kind": kind, "entry": entry, "saved": saved, "place": "notes"}, entry.given if entry else {}


def _written(kind: Kind, given: Given) -> list[tuple[Any, list[tuple[str, Any]]]]:
    """Sections that hold something; numbers in them can be dialled."""
    found = []
    for section in kind.form.sections:
        if rows := kind.shown(given, section.names):
            found.append(
                (section.title, [(label, [parts(line) for line in text.splitlines()]) for label, text in rows])
            )
    return found

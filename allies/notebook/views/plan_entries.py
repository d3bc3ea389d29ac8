"""One entry of a shared plan: what both see, and below it what only its writer sees."""

from __future__ import annotations

from itertools import chain
from typing import Any
from uuid import UUID, uuid4

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from allies.accounts.unsent import all_given_back
from allies.lib.urgent_help import shown_first
from allies.notebook.kinds.kind import Kind
from allies.notebook.models import Given
from allies.notebook.opened import opened_mark
from allies.notebook.plans import reading, writing
from allies.notebook.plans.forms import MineForm
from allies.notebook.views.asked import kind_at
from allies.notebook.views.plans import plan_at
from allies.notebook.views.sent import FORM, answer_to_keep, dangers, mark_again, opened_of, or_404, typed_again


def _kind(slug: str) -> Kind:
    kind = kind_at(slug)
    if kind.name not in reading.IN_A_PLAN:
        raise Http404
    return kind


@require_safe
def entry_begin(request: HttpRequest, plan: UUID, kind: str) -> HttpResponse:
    return redirect("together:entry-new", plan_at(request, plan).plan.pk, _kind(kind).slug, uuid4())


@sensitive_post_parameters()
@sensitive_variables()
@require_http_methods(FORM)
def entry_new(request: HttpRequest, plan: UUID, kind: str, key: UUID) -> HttpResponse:
    return _form(request, plan_at(request, plan), _kind(kind), key, new=True)


@sensitive_post_parameters()
@sensitive_variables()
@require_http_methods(FORM)
def entry_edit(request: HttpRequest, plan: UUID, kind: str, key: UUID) -> HttpResponse:
    return _form(request, plan_at(request, plan), _kind(kind), key, new=False)


@sensitive_variables()
def _form(request: HttpRequest, there: reading.InPlan, kind: Kind, key: UUID, *, new: bool) -> HttpResponse:
    if request.method == "POST":
        return _save(request, there, kind, key, new=new)
    back = all_given_back(request)
    seen = _seen(there, kind, key)
    if seen is None and not (new or back):
        raise Http404
    values: dict[str, Any] = dict(seen.given) if seen else {}
    fields = chain(kind.form.base_fields.items(), MineForm.base_fields.items())
    values |= typed_again(fields, back)
    mark = back["opened"][-1] if "opened" in back else opened_mark(key, request.user, seen)
    forms = kind.form(initial=kind.form.begun(values)), MineForm(initial=values)
    return _page(request, there, kind, key, *forms, mark=mark, new=new)


def _seen(there: reading.InPlan, kind: Kind, key: UUID) -> reading.Shown | None:
    return reading.shown(reading.entry_of(there, kind, key), reading.note_of(there.member, key))


@sensitive_variables()
def _save(request: HttpRequest, there: reading.InPlan, kind: Kind, key: UUID, *, new: bool) -> HttpResponse:
    """What the form holds is kept first, whatever becomes of it."""
    form, mine = kind.form(request.POST), MineForm(request.POST)
    kept, given = _keep(request, there, kind, key, new=new)
    found = dangers(given, request)
    if not (form.is_valid() and mine.is_valid()):
        mark = mark_again(request, key, reading.shown(kept.entry, kept.note))
        return _page(request, there, kind, key, form, mine, mark=mark, new=new, found=found, status=422)
    where = reverse("together:plan", args=[there.plan.pk])
    if kept.both:
        messages.warning(request, _("This was changed elsewhere too. Nothing is lost: both stand below."))
        where = reverse("together:entry-edit", args=[there.plan.pk, kind.slug, key])
    else:
        messages.success(request, _("It is kept."))
        where = f"{where}?saved={key}"
    return redirect(shown_first(request, found, where))


@sensitive_post_parameters()
@sensitive_variables()
@require_POST
def entry_keep(request: HttpRequest, plan: UUID, kind: str, key: UUID) -> HttpResponse:
    """While somebody writes, as `allies/notebook/views/entry.py` does."""
    there, found = plan_at(request, plan), _kind(kind)
    kept, given = _keep(request, there, found, key, new=request.POST.get("new") == "1")
    return answer_to_keep(request, key, reading.shown(kept.entry, kept.note), given)


@require_http_methods(FORM)
def entry_delete(request: HttpRequest, plan: UUID, kind: str, key: UUID) -> HttpResponse:
    there, found = plan_at(request, plan), _kind(kind)
    if request.method == "POST":
        writing.delete(there, found, key)
        messages.success(request, _("It is deleted."))
        return redirect("together:plan", there.plan.pk)
    entry = reading.entry_of(there, found, key)
    if entry is None:
        raise Http404
    context = {"there": there, "kind": found, "entry": entry, "line": found.short(entry.given), "place": "notes"}
    return render(request, "notebook/together/entry_delete.html", context)


@sensitive_variables()
def _keep(
    request: HttpRequest, there: reading.InPlan, kind: Kind, key: UUID, *, new: bool
) -> tuple[writing.Kept, Given]:
    opened = opened_of(request, key)
    at = opened.at if opened else now()
    given = kind.form(request.POST).given(at) | MineForm(request.POST).given(at)
    with or_404():
        return writing.keep(there, kind, key, given, opened=opened, new=new), given


def _page(
    request: HttpRequest,
    there: reading.InPlan,
    kind: Kind,
    key: UUID,
    form: Any,
    mine: MineForm,
    *,
    mark: str,
    new: bool,
    found: list[Any] | None = None,
    status: int = 200,
) -> HttpResponse:
    context = {
        "there": there,
        "kind": kind,
        "key": key,
        "form": form,
        "mine": mine,
        "opened": mark,
        "new": new,
        "findings": [each for each in found or [] if each.kind == "crisis"],
        "place": "notes",
    }
    return render(request, "notebook/together/entry.html", context, status=status)

"""One entry's form. An empty form has its key already: sent twice, or kept while it is written, it is one entry."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from allies.accounts.unsent import all_given_back
from allies.language import Finding
from allies.lib.urgent_help import is_urgent, shown_first
from allies.notebook import keeping
from allies.notebook.checked import checked
from allies.notebook.entries import entry_of, key_of_the_one
from allies.notebook.kinds.fields import EntryForm
from allies.notebook.kinds.kind import Kind, day_of, nothing
from allies.notebook.models import Entry, Given
from allies.notebook.opened import opened_mark
from allies.notebook.views.asked import entry_at, kind_at
from allies.notebook.views.sent import FORM, answer_to_keep, dangers, mark_again, opened_of, or_404, typed_again


@require_safe
def entry_begin(request: HttpRequest, kind: str) -> HttpResponse:
    return _to_empty(request, "notebook:entry-new", kind_at(kind))


@require_safe
def quick_begin(request: HttpRequest, kind: str) -> HttpResponse:
    found = kind_at(kind)
    if found.quick is None:
        raise Http404
    return _to_empty(request, "notebook:quick-new", found)


def _to_empty(request: HttpRequest, name: str, kind: Kind) -> HttpResponse:
    """An empty form, for the day that the calendar was open at; of what a member has one of, that one's."""
    day, key = request.GET.get("day", ""), key_of_the_one(request.user, kind) if kind.only else uuid4()
    return redirect(reverse(name, args=[kind.slug, key]) + (f"?{urlencode({'day': day})}" if day else ""))


@sensitive_post_parameters()
@require_http_methods(FORM)
def entry_new(request: HttpRequest, kind: str, key: UUID) -> HttpResponse:
    found = kind_at(kind)
    return _form(request, found, key, found.form, new=True)


@sensitive_post_parameters()
@require_http_methods(FORM)
def quick_new(request: HttpRequest, kind: str, key: UUID) -> HttpResponse:
    found = kind_at(kind)
    if found.quick is None:
        raise Http404
    return _form(request, found, key, found.quick, new=True)


@sensitive_post_parameters()
@require_http_methods(FORM)
def entry_edit(request: HttpRequest, kind: str, key: UUID) -> HttpResponse:
    found = kind_at(kind)
    return _form(request, found, key, found.form, new=False)


@sensitive_variables()
def _form(request: HttpRequest, kind: Kind, key: UUID, shape: type[EntryForm], *, new: bool) -> HttpResponse:
    if request.method == "POST":
        return _save(request, kind, key, shape, new=new)
    back = all_given_back(request)
    entry = entry_of(request.user, kind, key) if new or back else entry_at(request.user, kind, key)
    began = {"day": on.isoformat()} if not entry and (on := day_of({"day": request.GET.get("day", "")})) else {}
    shown: dict[str, Any] = shape.begun(entry.given if entry else began)
    shown |= typed_again(shape.base_fields.items(), back)
    mark = back["opened"][-1] if "opened" in back else opened_mark(key, request.user, entry)
    return _page(request, kind, key, shape(initial=shown), entry, mark, open_part=request.GET.get("part", ""))


@sensitive_variables()
def _save(request: HttpRequest, kind: Kind, key: UUID, shape: type[EntryForm], *, new: bool) -> HttpResponse:
    """What the form holds is kept first, whatever becomes of it."""
    form = shape(request.POST)
    kept, given = _keep(request, kind, key, shape, new=new)
    found = dangers(given, request)
    if "say" in request.POST and kind.beside and kept.entry:
        return redirect(shown_first(request, found, reverse("notebook:entry-aloud", args=[kind.slug, key])))
    if {"put", "look", "say"} & request.POST.keys() and kind.beside:
        return _stay(request, kind, key, shape, kept, found)
    if not form.is_valid():
        mark = mark_again(request, key, kept.entry)
        return _page(request, kind, key, form, kept.entry, mark, found, status=422)
    if kept.both:
        messages.warning(request, _("You also wrote here on another device. Nothing is lost: both stand below."))
        return redirect(shown_first(request, found, reverse("notebook:entry-edit", args=[kind.slug, key])))
    if kept.entry:
        messages.success(request, _("It is kept."))
    if kind.helped and not is_urgent(found):
        found = []
    return redirect(shown_first(request, found, f"{reverse('notebook:entry-list', args=[kind.slug])}?saved={key}"))


@sensitive_variables()
def _stay(
    request: HttpRequest, kind: Kind, key: UUID, shape: type[EntryForm], kept: keeping.Kept, found: list[Finding]
) -> HttpResponse:
    """Kept, and its page again: with a draft in the empty box of words, or beside words that stand there already.

    `stay`: her eye is on those words now. `put`: the draft that would stand in the place of other words.
    """
    entry, put = kept.entry, ""
    if entry and "put" in request.POST and (put := kind.draft(entry.given)) and not entry.given.get(kind.beside):
        entry = keeping.change(kind, key, lambda given: {kind.beside: put} | given, by=request.user)
    put = "" if entry and put == entry.given.get(kind.beside) else put
    form = shape(initial=shape.begun(entry.given)) if entry else shape(initial=shape(request.POST).given(now()))
    return _page(request, kind, key, form, entry, mark_again(request, key, entry), found, put=put, stay=True)


@sensitive_post_parameters()
@sensitive_variables()
@require_POST
def entry_keep(request: HttpRequest, kind: str, key: UUID) -> HttpResponse:
    """While somebody writes: saved as it is. Answers the mark of what is kept, and what came from another device."""
    found = kind_at(kind)
    shape = found.quick if request.POST.get("form") == "quick" and found.quick else found.form
    kept, mine = _keep(request, found, key, shape, new=request.POST.get("new") == "1")
    return answer_to_keep(request, key, kept.entry, mine)


@sensitive_variables()
def _keep(
    request: HttpRequest, kind: Kind, key: UUID, shape: type[EntryForm], *, new: bool
) -> tuple[keeping.Kept, Given]:
    opened = opened_of(request, key)
    given = shape(request.POST).given(opened.at if opened else now())
    with or_404():
        return keeping.keep(kind, key, given, by=request.user, opened=opened, new=new), given


def _about(kind: Kind, given: Given) -> dict[str, Any]:
    """What some kinds have beside their form. Beside danger nothing is said of wording."""
    return {
        "refused": kind.refused(given),
        "chosen": given.get("chosen"),
        "check": checked(str(given.get(kind.beside, ""))),
        "drafts": kind.draft is not nothing,
    }


@sensitive_variables()
def _page(
    request: HttpRequest,
    kind: Kind,
    key: UUID,
    form: EntryForm,
    entry: Entry | None,
    mark: str,
    found: list[Finding] | None = None,
    *,
    status: int = 200,
    **more: Any,
) -> HttpResponse:
    given = entry.given if entry else {}
    danger = [each for each in found or [] if each.kind == "crisis"]
    context = {
        "kind": kind,
        "key": key,
        "form": form,
        "entry": entry,
        "opened": mark,
        "quick": kind.quick is not None and isinstance(form, kind.quick),
        "new": request.path.endswith(("/new/", "/quick/")),
        "tap": uuid4(),
        "findings": danger,
        "place": "notes",
    }
    about = _about(kind, given) | ({"check": None} if danger else {})
    return render(request, "notebook/entry_form.html", context | about | more, status=status)

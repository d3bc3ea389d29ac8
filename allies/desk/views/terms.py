from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from allies.desk import queries
from allies.desk.access import for_keepers
from allies.desk.actions import terms
from allies.desk.forms.terms import TermForm
from allies.desk.looked import looked_at, receipt
from allies.desk.trying import harmless, try_on
from allies.desk.views.pages import sent, show_form
from allies.moderation.models import OwnTerm


@require_safe
@for_keepers
def term_list(request: HttpRequest) -> HttpResponse:
    return render(request, "desk/term_list.html", {"place": "desk", "terms": queries.terms()})


@require_http_methods(["GET", "HEAD", "POST"])
@for_keepers
def term_add(request: HttpRequest) -> HttpResponse:
    term = OwnTerm()
    form = TermForm(sent(request), term=term)
    if request.method == "POST" and form.is_valid():
        terms.keep_term(term, form.cleaned_data, by=request.user)
        return redirect("desk:term-try", term.pk)
    lead = _("It does not count yet. Next, you see what it would mark.")
    return show_form(request, form, title=_("A new word"), go=_("Go on"), back=reverse("desk:term-list"), lead=lead)


@require_http_methods(["GET", "HEAD", "POST"])
@for_keepers
def term_change(request: HttpRequest, key: int) -> HttpResponse:
    term = queries.term_at(key)
    form = TermForm(sent(request), term=term)
    if request.method == "POST" and form.is_valid():
        terms.keep_term(term, form.cleaned_data, by=request.user)
        return redirect("desk:term-try", term.pk)
    back, delete = reverse("desk:term-try", args=[key]), reverse("desk:term-delete", args=[key])
    lead = _("What you change stops counting until you have looked at it once more.")
    return show_form(request, form, title=_("Change a word"), go=_("Go on"), back=back, lead=lead, delete=delete)


@require_safe
@for_keepers
def term_try(request: HttpRequest, key: int) -> HttpResponse:
    term = queries.term_at(key)
    trials = {
        "here": try_on(term.phrase, queries.newest_texts()),
        "elsewhere": try_on(term.phrase, harmless()),
    }
    context = trials | {"place": "desk", "term": term, "receipt": receipt(term)}
    return render(request, "desk/term_try.html", context)


@require_POST
@for_keepers
def term_set_live(request: HttpRequest, key: int) -> HttpResponse:
    term = queries.term_at(key)
    if looked_at(term, request.POST.get("looked", "")):
        terms.set_live(term, by=request.user)
        messages.success(request, _("It counts from now on."))
        return redirect("desk:term-list")
    messages.warning(request, _("Please look at what it would mark first. Here it is, as of now."))
    return redirect("desk:term-try", key)


@require_POST
@for_keepers
def term_take_down(request: HttpRequest, key: int) -> HttpResponse:
    terms.take_down(queries.term_at(key), by=request.user)
    messages.success(request, _("It no longer counts."))
    return redirect("desk:term-list")


@require_POST
@for_keepers
def term_delete(request: HttpRequest, key: int) -> HttpResponse:
    terms.delete_term(queries.term_at(key), by=request.user)
    messages.success(request, _("The word is deleted."))
    return redirect("desk:term-list")

"""What most pages of the desk are: a form with one button, and the way back."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from allies.accounts.unsent import given_back


def show_form(
    request: HttpRequest, form: forms.BaseForm, *, title: str, go: str, back: str, lead: str = "", **more: Any
) -> HttpResponse:
    """`go`: the words on the button. More: `kind` of the button, `optional` fields' names, what a template adds."""
    context = {"place": "desk", "form": form, "title": title, "go": go, "back": back, "lead": lead}
    if not form.is_bound and request.method != "POST":
        form.initial |= given_back(request)
    template = more.pop("template", "desk/form_page.html")
    return render(request, template, context | more, status=422 if form.errors else 200)


def sent(request: HttpRequest) -> Any:
    """What a form is bound to: nothing until it was sent."""
    return request.POST if request.method == "POST" else None

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from allies.answers.models import StockParagraph
from allies.desk import asked
from allies.desk.access import for_editors
from allies.desk.actions.questions import delete_paragraph, keep_paragraph
from allies.desk.forms.questions import ParagraphForm
from allies.desk.views.pages import sent, show_form


@require_safe
@for_editors
def paragraph_list(request: HttpRequest) -> HttpResponse:
    return render(request, "desk/paragraph_list.html", {"place": "desk", "paragraphs": asked.paragraphs()})


@require_http_methods(["GET", "HEAD", "POST"])
@for_editors
def paragraph_add(request: HttpRequest) -> HttpResponse:
    form = ParagraphForm(sent(request))
    if request.method == "POST" and form.is_valid():
        keep_paragraph(StockParagraph(), **form.cleaned_data, by=request.user)
        messages.success(request, _("The paragraph is kept."))
        return redirect("desk:paragraph-list")
    back = reverse("desk:paragraph-list")
    return show_form(request, form, title=_("A new stock paragraph"), go=_("Keep"), back=back)


@require_http_methods(["GET", "HEAD", "POST"])
@for_editors
def paragraph_change(request: HttpRequest, key: int) -> HttpResponse:
    paragraph = asked.paragraph_at(key)
    form = ParagraphForm(sent(request), initial={"title": paragraph.title, "text": paragraph.text})
    if request.method == "POST" and form.is_valid():
        keep_paragraph(paragraph, **form.cleaned_data, by=request.user)
        messages.success(request, _("The paragraph is kept."))
        return redirect("desk:paragraph-list")
    delete, back = reverse("desk:paragraph-delete", args=[key]), reverse("desk:paragraph-list")
    return show_form(request, form, title=_("Change a stock paragraph"), go=_("Keep"), back=back, delete=delete)


@require_POST
@for_editors
def paragraph_delete(request: HttpRequest, key: int) -> HttpResponse:
    delete_paragraph(asked.paragraph_at(key), by=request.user)
    messages.success(request, _("The paragraph is deleted."))
    return redirect("desk:paragraph-list")

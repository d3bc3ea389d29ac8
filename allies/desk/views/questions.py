from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from allies.accounts.unsent import LONGEST, given_back
from allies.answers import answering
from allies.answers.models import Question
from allies.desk import asked
from allies.desk.access import for_answerers
from allies.desk.forms.questions import HandOverForm, NoteForm, ReplyForm
from allies.desk.presets import begun
from allies.desk.questionwork import Row, question_context


@require_safe
@for_answerers
def question_list(request: HttpRequest) -> HttpResponse:
    held = asked.tabs(request.user, now())
    counts = asked.counted(request.user, held)
    wanted = request.GET.get("show", "")
    shown = wanted if wanted in asked.TABS else next((tab for tab in ("late", "soon", "new") if counts[tab]), "new")
    number = request.GET.get("page")
    if shown == "closed":
        page = asked.closed(request.user, number)
    else:
        page = asked.listed(request.user, held[shown], counts[shown], number)
    context = {
        "place": "desk",
        "page": page,
        "rows": [Row.of(question, request.user) for question in page.object_list],
        "tabs": [(name, label, counts.get(name)) for name, label in asked.TABS.items()],
        "shown": shown,
        "prefix": f"?show={shown}&page=",
    }
    return render(request, "desk/question_list.html", context)


@require_safe
@for_answerers
def question_detail(request: HttpRequest, key: UUID) -> HttpResponse:
    question = asked.question_for(request.user, key)
    answering.look(question, by=request.user)
    return show_question(request, question)


def show_question(request: HttpRequest, question: Question, *, status: int = 200, **more: Any) -> HttpResponse:
    """The page of a question. More: a form that came back, and what else its template shows."""
    context, kept = question_context(request.user, question, now()), given_back(request)
    words = {"text": context["draft"].text} if context["draft"] else {}
    context["reply"] = ReplyForm(initial=words | kept)
    context["noting"] = NoteForm(initial=kept)
    context["stock"] = list(asked.paragraphs()) if context["open_still"] else []
    if context["gives"]:
        context["giving"] = HandOverForm(team=asked.team(question, request.user))
    return render(request, "desk/question_detail.html", context | more, status=status)


@require_http_methods(["GET", "HEAD", "POST"])  # looked at after a session ended here, so that the words come back
@for_answerers
def question_note(request: HttpRequest, key: UUID) -> HttpResponse:
    question = asked.question_for(request.user, key)
    if request.method != "POST":
        return show_question(request, question)
    form = NoteForm(request.POST)
    if not form.is_valid():
        return show_question(request, question, status=422, noting=form)
    answering.note(question, form.cleaned_data["note"], by=request.user)
    messages.success(request, _("Your note is kept."))
    return redirect("desk:question-detail", key)


@require_POST
@for_answerers
def question_draft(request: HttpRequest, key: UUID) -> HttpResponse:
    try:
        answering.keep_reply(asked.question_for(request.user, key), _typed(request), by=request.user)
    except PermissionError:
        return HttpResponse(status=409)
    return HttpResponse(status=204)


@require_http_methods(["GET", "HEAD", "POST"])  # as above
@for_answerers
def question_reply(request: HttpRequest, key: UUID) -> HttpResponse:
    question, form = asked.question_for(request.user, key), ReplyForm(request.POST)
    if request.method != "POST":
        return show_question(request, question)
    if "with" in request.POST:
        return show_question(request, question, reply=_with_stock(request))
    if not form.is_valid():
        return _words_stay(request, question, form, 422)
    try:
        answering.reply(question, form.cleaned_data["text"], by=request.user, seen=form.cleaned_data["seen"])
    except answering.Overtaken:
        form.add_error(None, _("Nothing was sent: a new message came meanwhile. Read it above; your words are kept."))
        return _words_stay(request, question, form, 409)
    except PermissionError:
        form.add_error(None, _("Nothing was sent: this question is not with you now. Your words are kept below."))
        return _words_stay(request, asked.question_for(request.user, key), form, 409)
    messages.success(request, _("Your reply is sent. It is the asker’s turn now."))
    return redirect(f"{reverse('desk:question-detail', args=[key])}#c{len(asked.thread(question))}")


def _typed(request: HttpRequest) -> str:
    """What goes into a draft: more than a reply may hold, and not without end."""
    return request.POST.get("text", "")[:LONGEST]


def _words_stay(request: HttpRequest, question: Question, form: ReplyForm, status: int) -> HttpResponse:
    """The page as it is now with what was typed, which is a draft from now on where there can be one."""
    if question.closed_at is None:
        answering.keep_reply(question, _typed(request), by=request.user)
    return show_question(request, question, status=status, reply=form)


def _with_stock(request: HttpRequest) -> ReplyForm:
    """The paragraph that was asked for, below what was typed so far."""
    typed, stock = request.POST.get("text", ""), {str(each.pk): each.text for each in asked.paragraphs()}
    words = stock.get(request.POST["with"], "")
    return ReplyForm(initial={"text": begun(typed, words, stock.values()) if words else typed})

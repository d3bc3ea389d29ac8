"""One's own question, once it is sent: the letters, what may be shared, and taking it back."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from allies.accounts.unsent import given_back
from allies.accounts.views.limits import is_allowed
from allies.answers import asking, questions
from allies.answers.about import named
from allies.answers.forms import MessageForm
from allies.answers.telling import read_question
from allies.answers.views.sending import LOOKED_AT
from allies.lib.urgent_help import shown_first
from allies.moderation.words import findings

MESSAGES = "60/h/user"


@require_http_methods(["GET", "HEAD", "POST"])
def question_detail(request: HttpRequest, key: UUID) -> HttpResponse:
    question = questions.question_of(request.user, key)
    read_question(request.user, question)
    draft = questions.message_draft(question, request.user)
    initial = {"text": draft.text if draft else ""} | given_back(request)
    form, status = MessageForm(request.POST if request.method == "POST" else None, initial=initial), 200
    if request.method == "POST":
        text = request.POST.get("text", "")[:LOOKED_AT]
        if form.is_valid() and not is_allowed(request, "write-to-team", MESSAGES):
            form.add_error(
                None, _("That was a lot in one hour. Your words are kept below. Please wait, then send them.")
            )
        if form.is_valid():
            asking.write(question, form.cleaned_data["text"], by=request.user)
            messages.success(request, _("It is with the team."))
            return redirect(shown_first(request, findings(text, by=request.user), f"{question.address}?sent=1"))
        asking.keep_message(question, text, by=request.user)
        status = 422
    context = {
        "question": question,
        "thread": questions.thread_of(question),
        "about": named(question.about),
        "form": form,
        "draft": draft,
        "findings": findings(request.POST.get("text", "")[:LOOKED_AT], by=request.user) if form.is_bound else [],
        "place": "ask",
        "done": f"ask-{request.user.pk}" if "sent" in request.GET else "",
    }
    return render(request, "answers/ask_detail.html", context, status=status)


@require_POST
def message_keep(request: HttpRequest, key: UUID) -> HttpResponse:
    question = questions.question_of(request.user, key)
    asking.keep_message(question, request.POST.get("text", "")[:LOOKED_AT], by=request.user)
    return HttpResponse(status=204)


@require_POST
def question_share(request: HttpRequest, key: UUID) -> HttpResponse:
    question, may_share = questions.question_of(request.user, key), request.POST.get("sharing") == "share"
    asking.choose_sharing(question, may_share, by=request.user)
    told = _("Thank you. You will see every word before anybody else does.") if may_share else _("It stays private.")
    messages.success(request, told)
    return redirect(question.address)


@require_POST
def question_close(request: HttpRequest, key: UUID) -> HttpResponse:
    question = questions.question_of(request.user, key)
    asking.close(question, by=request.user)
    messages.success(request, _("Closed. You can write again whenever you like: that opens it."))
    return redirect(question.address)


@require_http_methods(["GET", "HEAD", "POST"])
def question_take_back(request: HttpRequest, key: UUID) -> HttpResponse:
    question = questions.question_of(request.user, key)
    if request.method == "POST":
        asking.take_back(question, by=request.user)
        messages.success(request, _("It is gone, with all letters and notes about it."))
        return redirect("ask:question-create")
    return render(request, "answers/ask_take_back.html", {"question": question, "place": "ask"})

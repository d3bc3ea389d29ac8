"""Ask the team: write a question, see what is there already, send it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from allies.accounts.unsent import given_back
from allies.accounts.views.limits import is_allowed
from allies.answers import asking, questions
from allies.answers.forms import QuestionForm, begun
from allies.answers.models import Question
from allies.answers.telling import read_invitations
from allies.lib.suggestions import suggestions
from allies.lib.urgent_help import shown_first
from allies.moderation.words import findings

QUESTIONS = "12/h/user"
TO_SEND = "/ask/send/"


@require_http_methods(["GET", "HEAD", "POST"])
def question_create(request: HttpRequest) -> HttpResponse:
    """The form. What it holds is kept first, whatever becomes of it."""
    if request.method != "POST":
        draft = asking.draft_of(request.user)
        return _page(request, QuestionForm(initial=begun(draft) | given_back(request)), draft)
    form = QuestionForm(request.POST)
    draft = asking.keep_draft(form.given(), by=request.user)
    if not form.is_valid() or draft is None:
        return _page(request, form, draft, status=422)
    found = findings(_words(draft), by=request.user)
    if suggestions(_words(draft), to=request.user):
        return redirect(shown_first(request, found, TO_SEND))
    return _send(request, draft)


def _page(request: HttpRequest, form: QuestionForm, draft: Question | None, *, status: int = 200) -> HttpResponse:
    invited = questions.invitations_to(request.user)
    if invited:
        read_invitations(request.user)
    context = {
        "form": form,
        "draft": draft,
        "findings": findings(_words(draft), by=request.user) if draft and form.is_bound else [],
        "questions": questions.questions_of(request.user),
        "invitations": invited,
    }
    return render(request, "answers/ask.html", context | {"place": "ask"}, status=status)


@require_POST
def question_keep(request: HttpRequest) -> HttpResponse:
    asking.keep_draft(QuestionForm(request.POST).given(), by=request.user)
    return HttpResponse(status=204)


@require_http_methods(["GET", "HEAD", "POST"])
def question_send(request: HttpRequest) -> HttpResponse:
    """One more look: what is there already and may help. One tap sends it anyway."""
    draft = asking.draft_of(request.user)
    if draft is None or not draft.situation.strip():
        return redirect("ask:question-create")
    if request.method == "POST":
        return _send(request, draft)
    context = {"draft": draft, "suggestions": suggestions(_words(draft), to=request.user), "place": "ask"}
    return render(request, "answers/ask_send.html", context)


def _send(request: HttpRequest, draft: Question) -> HttpResponse:
    if not is_allowed(request, "ask", QUESTIONS):
        form = QuestionForm(begun(draft))
        form.add_error(
            None, _("That was a lot in one hour. Your words are kept. Please wait a little, then send them.")
        )
        return _page(request, form, draft, status=429)
    try:
        question = asking.send(draft, by=request.user)
    except asking.GoneError:
        return redirect("ask:question-create")
    return redirect(shown_first(request, findings(_words(question), by=request.user), f"{question.address}?sent=1"))


def _words(question: Question) -> str:
    return "\n\n".join(filter(None, (question.situation, question.tried, question.hope)))

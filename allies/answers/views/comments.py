from __future__ import annotations

from functools import partial

from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from allies.accounts.models import Member
from allies.accounts.unsent import given_back
from allies.answers import actions, posting, queries
from allies.answers.forms import CommentForm, RemovalForm
from allies.answers.meeting import unmet
from allies.answers.models import Comment
from allies.answers.page import answer_page
from allies.answers.unsent import keep_unsent, let_go, unsent_at
from allies.answers.views.posts import answer_context
from allies.answers.views.sending import Trial, attempt
from allies.lib.markdown import comment_html
from allies.lib.urgent_help import shown_first


@login_not_required  # so that words sent after the session ended are kept, not thrown away at the door
@require_POST
def comment_create(request: HttpRequest, slug: str) -> HttpResponse:
    answer = queries.answer_at(slug, request.user)
    text, reply = request.POST.get("text", ""), request.POST.get("reply", "")
    if not request.user.is_authenticated:
        keep_unsent(request, answer.address, text, reply)
        return redirect_to_login(f"{answer.address}#write")
    form = CommentForm(request.POST)
    parent = queries.comment_under(answer, reply, request.user)
    if reply and parent is None:
        return _reply_to_nobody(request, slug, form)
    trial = attempt(request, form, partial(posting.send, answer, parent=parent))
    if trial.comment:
        place = f"{queries.place_of(trial.comment, answer)}#c{trial.comment.pk}"
        return redirect(shown_first(request, trial.findings, place))
    actions.keep_draft(answer, text, by=request.user, parent=parent)
    context = answer_context(request, slug, form) | _preview(request, form) | trial.context
    context |= {"reply": parent, "reply_hidden": queries.is_hidden(parent)}
    return answer_page(request, context, status=trial.status)


def _reply_to_nobody(request: HttpRequest, slug: str, form: CommentForm) -> HttpResponse:
    """What it answers is not there to be answered. Meant for one person, it is not put before everyone unasked."""
    actions.keep_draft(queries.answer_at(slug, request.user), request.POST.get("text", ""), by=request.user)
    form.add_error(None, _("Nothing is posted yet: the comment you were answering is not here just now."))
    return answer_page(request, answer_context(request, slug, form) | {"reply_lost": True}, status=409)


@require_POST
def draft_keep(request: HttpRequest, slug: str) -> HttpResponse:
    answer = queries.answer_at(slug, request.user)
    parent = queries.comment_under(answer, request.POST.get("reply", ""), request.user)
    actions.keep_draft(answer, request.POST.get("text", ""), by=request.user, parent=parent)
    return HttpResponse(status=204)


@login_not_required  # as above
@require_http_methods(["GET", "HEAD", "POST"])
def comment_edit(request: HttpRequest, key: int) -> HttpResponse:
    sent = request.method == "POST"
    if not request.user.is_authenticated:
        if sent:
            keep_unsent(request, request.path, request.POST.get("text", ""))
        return redirect_to_login(request.path)
    comment = (queries.comment_once_of if sent else queries.comment_to_change)(request.user, key)
    unmet(request.user, [comment])
    over = _why_over(comment, request.user)
    kept = unsent_at(request, request.path)
    words = kept[0] if kept else queries.words_for(comment, request.user)
    form = CommentForm(request.POST if sent else None, initial={"text": words})
    if sent and over:
        form.add_error(None, over)
    trial = attempt(request, form, partial(posting.send_anew, comment)) if sent else Trial()
    if trial.comment:
        let_go(request, request.path)
        return redirect(shown_first(request, trial.findings, _page_of(comment)))
    if sent:
        actions.keep_anew(comment, request.POST.get("text", ""), by=request.user)
    context = {"form": form, "comment": comment, "place": "answers", "open_still": not over}
    context |= {"note": queries.note_on(comment), **_preview(request, form), **trial.context}
    return render(request, "answers/comment_edit.html", context, status=trial.status)


def _why_over(comment: Comment, member: Member) -> str:
    """Why `comment` can no longer be changed; empty while it can."""
    if comment.taken_away_at or not hasattr(comment.post, "edition"):
        return _("This comment is no longer there. Your new words are kept here: copy them into a new comment.")
    if not comment.editable_by(member, now()):
        return _("The half hour for changes is over. Your new words are kept here: copy them into a new comment.")
    return ""


@require_http_methods(["GET", "HEAD", "POST"])
def comment_delete(request: HttpRequest, key: int) -> HttpResponse:
    comment = queries.comment_of(request.user, key)
    unmet(request.user, [comment])
    if request.method == "POST":
        actions.take_away_comment(comment, by=request.user)
        there = hasattr(comment.post, "edition")
        return redirect(f"{comment.post.edition.address}#talk" if there else "answers:mine")
    return render(request, "answers/comment_delete.html", {"comment": comment, "place": "answers"})


@require_http_methods(["GET", "HEAD", "POST"])
def comment_remove(request: HttpRequest, key: int) -> HttpResponse:
    comment = queries.comment_to_moderate(request.user, key)
    form = RemovalForm(request.POST if request.method == "POST" else None, initial=given_back(request))
    if request.method == "POST" and form.is_valid():
        try:
            actions.take_away_comment(comment, by=request.user, reason=form.cleaned_data["reason"])
        except PermissionError:
            form.add_error(None, _("Somebody else is deciding about this comment just now. Your reason is kept below."))
        else:
            return redirect(f"{comment.post.edition.address}#talk")
    context = {"form": form, "comment": comment, "place": "answers"}
    return render(request, "answers/comment_remove.html", context, status=422 if form.errors else 200)


def _preview(request: HttpRequest, form: CommentForm) -> dict[str, str]:
    wanted = "preview" in request.POST and form.is_valid()
    return {"preview": comment_html(form.cleaned_data["text"]) if wanted else ""}


def _page_of(comment: Comment) -> str:
    return f"{queries.place_of(comment)}#c{comment.pk}"

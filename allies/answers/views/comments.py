from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from allies.answers import actions, queries
from allies.answers.forms import CommentForm, RemovalForm
from allies.answers.models import Comment
from allies.answers.models.comments import as_sent
from allies.answers.page import answer_page
from allies.answers.unsent import keep_unsent
from allies.answers.views.posts import answer_context
from allies.lib.markdown import comment_html
from allies.lib.urgent_help import shown_first
from allies.moderation.words import findings

LOOKED_AT = 20_000  # characters of a text that is too long for a comment: danger in it matters all the same


@login_not_required  # so that words sent after the session ended are kept, not thrown away at the door
@require_POST
def comment_create(request: HttpRequest, slug: str) -> HttpResponse:
    answer = queries.answer_at(slug)
    text, reply = request.POST.get("text", ""), request.POST.get("reply", "")
    if not request.user.is_authenticated:
        keep_unsent(request, answer, text, reply)
        return redirect_to_login(f"{answer.address}#write")
    form = CommentForm(request.POST)
    parent = queries.comment_under(answer, reply)
    found = findings(as_sent(text)[:LOOKED_AT], by=request.user)
    if form.is_valid() and "preview" not in request.POST:
        comment = actions.post_comment(answer, form.cleaned_data["text"], by=request.user, parent=parent)
        return redirect(shown_first(request, found, f"{queries.place_of(comment, answer)}#c{comment.pk}"))
    actions.keep_draft(answer, text, by=request.user, parent=parent)
    preview = comment_html(form.cleaned_data["text"]) if form.is_valid() else ""
    context = answer_context(request, slug, form) | {"preview": preview, "reply": parent, "findings": found}
    return answer_page(request, context, status=200 if preview else 422)


@require_POST
def draft_keep(request: HttpRequest, slug: str) -> HttpResponse:
    answer = queries.answer_at(slug)
    parent = queries.comment_under(answer, request.POST.get("reply", ""))
    actions.keep_draft(answer, request.POST.get("text", ""), by=request.user, parent=parent)
    return HttpResponse(status=204)


@require_http_methods(["GET", "HEAD", "POST"])
def comment_edit(request: HttpRequest, key: int) -> HttpResponse:
    comment = queries.comment_of(request.user, key)
    open_still = comment.editable_by(request.user, now())
    form = CommentForm(request.POST if request.method == "POST" else None, initial={"text": comment.text})
    if request.method == "POST" and form.is_valid() and open_still and "preview" not in request.POST:
        actions.edit_comment(comment, form.cleaned_data["text"], by=request.user)
        return redirect(shown_first(request, findings(comment.text, by=request.user), _page_of(comment)))
    if request.method == "POST" and not open_still:
        form.add_error(
            None, _("The half hour for changes is over. Your new words are kept here: copy them into a new comment.")
        )
    preview = comment_html(form.cleaned_data["text"]) if form.is_bound and form.is_valid() else ""
    found = findings(as_sent(request.POST.get("text", ""))[:LOOKED_AT], by=request.user) if form.is_bound else []
    context = {"form": form, "comment": comment, "preview": preview, "place": "answers", "open_still": open_still}
    context["findings"] = found
    return render(request, "answers/comment_edit.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def comment_delete(request: HttpRequest, key: int) -> HttpResponse:
    comment = queries.comment_of(request.user, key)
    if request.method == "POST":
        actions.take_away_comment(comment, by=request.user)
        return redirect(f"{comment.post.edition.address}#talk")
    return render(request, "answers/comment_delete.html", {"comment": comment, "place": "answers"})


@require_http_methods(["GET", "HEAD", "POST"])
def comment_remove(request: HttpRequest, key: int) -> HttpResponse:
    comment = queries.comment_to_moderate(request.user, key)
    form = RemovalForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        actions.take_away_comment(comment, by=request.user, reason=form.cleaned_data["reason"])
        return redirect(f"{comment.post.edition.address}#talk")
    context = {"form": form, "comment": comment, "place": "answers"}
    return render(request, "answers/comment_remove.html", context, status=422 if form.errors else 200)


def _page_of(comment: Comment) -> str:
    return f"{queries.place_of(comment)}#c{comment.pk}"

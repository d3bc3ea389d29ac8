"""What a member can do about another's comment: ask a moderator to look, or fold away what that person writes."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from allies.accounts.models import Role
from allies.accounts.unsent import given_back
from allies.accounts.views.limits import is_allowed
from allies.answers import queries
from allies.answers.forms import ReportForm
from allies.answers.models import Comment
from allies.answers.views.sending import LOOKED_AT
from allies.lib.urgent_help import shown_first
from allies.moderation import actions
from allies.moderation.queries import has_reported, mute_of, muted_by
from allies.moderation.words import findings

REPORTS = "30/h/user"


@require_safe
def comment_place(request: HttpRequest, key: int) -> HttpResponse:
    """Where a comment stands now in its thread; its answer, when it is not there any more."""
    comment, is_there = queries.comment_at(key, request.user)
    if not is_there and comment.author_id != request.user.pk:
        messages.info(request, _("That comment is no longer here. This is the answer it stood under."))
        return redirect(comment.post.edition.address)
    return redirect(_page_of(comment))


@require_http_methods(["GET", "HEAD", "POST"])
def comment_report(request: HttpRequest, key: int) -> HttpResponse:
    comment = queries.comment_of_another(request.user, key)
    form = ReportForm(request.POST if request.method == "POST" else None, initial=given_back(request))
    too_many = request.method == "POST" and form.is_valid() and not is_allowed(request, "report-comment", REPORTS)
    if too_many:
        form.add_error(None, _("That was a lot in one hour. Your words are kept below. Please wait, then send them."))
    elif request.method == "POST" and form.is_valid():
        words = form.cleaned_data["words"]
        actions.report(comment, form.cleaned_data["reason"], words, by=request.user)
        messages.success(
            request, _("Thank you for telling us. A moderator will look. Only moderators see that you asked.")
        )
        # To the top of the page, where it is thanked for: at the comment nobody would see that it was sent.
        return redirect(shown_first(request, findings(words, by=request.user), queries.place_of(comment)))
    told = has_reported(request.user, comment.pk)
    found = findings(request.POST.get("words", "")[:LOOKED_AT], by=request.user) if form.is_bound else []
    context = {"form": form, "comment": comment, "told": told, "findings": found, "place": "answers"}
    status = 429 if too_many else 422 if form.errors else 200
    return render(request, "answers/comment_report.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def comment_mute(request: HttpRequest, key: int) -> HttpResponse:
    comment = queries.comment_of_another(request.user, key)
    if comment.author.role != Role.MEMBER:
        raise Http404
    if request.method == "POST":
        actions.mute(comment.author, by=request.user)
        messages.success(request, _("Done. What they write is folded away for you, and they do not learn of it."))
        return redirect(_page_of(comment))
    return render(request, "answers/comment_mute.html", {"comment": comment, "place": "answers"})


@require_safe
def muted_list(request: HttpRequest) -> HttpResponse:
    return render(request, "answers/muted_list.html", {"mutes": muted_by(request.user), "place": "me"})


@require_POST
def muted_unmute(request: HttpRequest, key: int) -> HttpResponse:
    mute = mute_of(request.user, key)
    actions.unmute(mute.muted, by=request.user)
    messages.success(request, _("You see what %(name)s writes again.") % {"name": mute.muted.pseudonym})
    return redirect("answers:muted-list")


def _page_of(comment: Comment) -> str:
    return f"{queries.place_of(comment)}#c{comment.pk}"

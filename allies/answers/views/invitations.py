"""A comment that the team would rather answer privately: they propose it, its writer decides."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from allies.answers import asking, queries, questions


@require_http_methods(["GET", "HEAD", "POST"])
def comment_invite(request: HttpRequest, key: int) -> HttpResponse:
    comment = questions.comment_to_invite(request.user, key)
    if request.method == "POST":
        made = asking.invite(comment, by=request.user)
        messages.success(request, _("They are asked.") if made else _("They were asked before."))
        return redirect(f"{queries.place_of(comment)}#c{comment.pk}")
    return render(request, "answers/comment_invite.html", {"comment": comment, "place": "answers"})


@require_POST
def invitation_accept(request: HttpRequest, key: int) -> HttpResponse:
    invitation = questions.invitation_to(request.user, key)
    try:
        asking.accept(invitation, by=request.user)
    except asking.GoneError:
        messages.info(request, _("You have answered this already."))
    else:
        messages.success(request, _("Your words are in the box below. Add to them or change them, then send."))
    return redirect("ask:question-create")


@require_POST
def invitation_decline(request: HttpRequest, key: int) -> HttpResponse:
    asking.decline(questions.invitation_to(request.user, key), by=request.user)
    messages.success(request, _("Nothing changes: your comment stays as it is."))
    return redirect("ask:question-create")

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from allies.desk import queries
from allies.desk.access import for_keepers
from allies.desk.actions.replies import delete_reply, keep_reply
from allies.desk.forms.replies import StockReplyForm
from allies.desk.keys import KEYS
from allies.desk.views.pages import sent, show_form
from allies.moderation.models import StockReply


@require_safe
@for_keepers
def reply_list(request: HttpRequest) -> HttpResponse:
    replies = [(reply, KEYS.get(reply.kind, _("Any kind"))) for reply in queries.replies()]
    return render(request, "desk/reply_list.html", {"place": "desk", "replies": replies})


@require_http_methods(["GET", "HEAD", "POST"])
@for_keepers
def reply_add(request: HttpRequest) -> HttpResponse:
    form = StockReplyForm(sent(request))
    if request.method == "POST" and form.is_valid():
        keep_reply(StockReply(), **form.cleaned_data, by=request.user)
        messages.success(request, _("The reply is kept."))
        return redirect("desk:reply-list")
    return show_form(request, form, title=_("A new stock reply"), go=_("Keep"), back=reverse("desk:reply-list"))


@require_http_methods(["GET", "HEAD", "POST"])
@for_keepers
def reply_change(request: HttpRequest, key: int) -> HttpResponse:
    reply = queries.reply_at(key)
    given = {"title": reply.title, "kind": reply.kind, "text": reply.text}
    form = StockReplyForm(sent(request), initial=given)
    if request.method == "POST" and form.is_valid():
        keep_reply(reply, **form.cleaned_data, by=request.user)
        messages.success(request, _("The reply is kept."))
        return redirect("desk:reply-list")
    delete = reverse("desk:reply-delete", args=[key])
    back = reverse("desk:reply-list")
    return show_form(request, form, title=_("Change a stock reply"), go=_("Keep"), back=back, delete=delete)


@require_POST
@for_keepers
def reply_delete(request: HttpRequest, key: int) -> HttpResponse:
    delete_reply(queries.reply_at(key), by=request.user)
    messages.success(request, _("The reply is deleted."))
    return redirect("desk:reply-list")

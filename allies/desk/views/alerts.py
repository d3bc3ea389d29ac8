from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from allies.accounts.unsent import given_back
from allies.desk import queries
from allies.desk.access import answers, for_moderators
from allies.desk.actions import alerts
from allies.desk.actions.appeals import may_decide
from allies.desk.forms.acts import DoneForm, ReplyForm
from allies.desk.keys import told
from allies.desk.presets import begun
from allies.moderation import actions
from allies.moderation.models import Alert


@require_safe
@for_moderators
def alert_list(request: HttpRequest) -> HttpResponse:
    waiting = [(alert, told(alert)) for alert in queries.alerts(request.user, now())]
    done = [(alert, told(alert)) for alert in queries.closed_alerts(request.user)]
    return render(request, "desk/alert_list.html", {"place": "desk", "waiting": waiting, "done": done})


@require_safe
@for_moderators
def alert_detail(request: HttpRequest, key: int) -> HttpResponse:
    return _show(request, queries.alert_for(request.user, key))


def _show(request: HttpRequest, alert: Alert, *, status: int = 200, **forms: Any) -> HttpResponse:
    """Words and name only to who has taken it, and while it is open."""
    mine = alert.owner_id == request.user.pk and alert.closed_at is None
    context = {"place": "desk", "alert": alert, "keys": told(alert), "mine": mine, "words": ""}
    if alert.question_id:
        context |= {"mine": False, "answers": answers(request.user)}
        return render(request, "desk/alert_detail.html", context, status=status)
    if mine:
        stock = queries.replies(alert.keys)
        context["decides"] = alert.appeal is not None and may_decide(alert.appeal, request.user)
        kept = given_back(request)
        context |= {"stock": stock, "reply": ReplyForm(initial=kept), "close": DoneForm(initial=kept), **forms}
    else:
        context["over"] = queries.may_take_over(alert, request.user, now())
    return render(request, "desk/alert_detail.html", context, status=status)


@require_POST
@for_moderators
def alert_take(request: HttpRequest, key: int) -> HttpResponse:
    if not actions.take_alert(queries.alert_to_handle(request.user, key), by=request.user):
        messages.info(request, _("Somebody was a moment quicker. It is in good hands."))
    return redirect("desk:alert-detail", key)


@require_POST
@for_moderators
def alert_take_over(request: HttpRequest, key: int) -> HttpResponse:
    if not actions.take_over(queries.alert_to_handle(request.user, key), by=request.user):
        messages.info(request, _("It is in good hands: somebody has just taken or answered it."))
    return redirect("desk:alert-detail", key)


@require_POST
@for_moderators
def alert_hand_on(request: HttpRequest, key: int) -> HttpResponse:
    if alerts.hand_on(queries.alert_to_handle(request.user, key), by=request.user):
        messages.success(request, _("It is free for somebody else, and those on duty are called again."))
    return redirect("desk:alert-list")


@require_POST
@for_moderators
def alert_reply(request: HttpRequest, key: int) -> HttpResponse:
    alert, form = queries.alert_to_handle(request.user, key), ReplyForm(request.POST)
    if "with" in request.POST:
        return _show(request, alert, reply=_with_stock(request, alert))
    if not form.is_valid():
        return _show(request, alert, status=422, reply=form)
    try:
        alerts.reply(alert, form.cleaned_data["text"], by=request.user)
    except PermissionError:
        return _not_yours(request, key, form.cleaned_data["text"])
    messages.success(request, _("Your reply stands under the comment."))
    return redirect("desk:alert-detail", key)


@require_POST
@for_moderators
def alert_answered(request: HttpRequest, key: int) -> HttpResponse:
    alert = queries.alert_to_handle(request.user, key)
    if alert.owner_id != request.user.pk:
        return _not_yours(request, key)
    actions.note_response(alert, by=request.user)
    messages.success(request, _("Noted: the member has heard from somebody."))
    return redirect("desk:alert-detail", key)


@require_POST
@for_moderators
def alert_close(request: HttpRequest, key: int) -> HttpResponse:
    alert, form = queries.alert_to_handle(request.user, key), DoneForm(request.POST)
    if not form.is_valid():
        return _show(request, alert, status=422, close=form)
    try:
        actions.close_alert(alert, form.cleaned_data["note"], by=request.user)
    except PermissionError:
        return _not_yours(request, key, form.cleaned_data["note"])
    messages.success(request, _("Closed. Thank you for being there."))
    return redirect("desk:alert-list")


def _with_stock(request: HttpRequest, alert: Alert) -> ReplyForm:
    """The stock reply that was asked for, together with what was typed so far."""
    typed, stock = request.POST.get("text", ""), {str(each.pk): each.text for each in queries.replies(alert.keys)}
    chosen = stock.get(request.POST["with"], "")
    return ReplyForm(initial={"text": begun(typed, chosen, stock.values()) if chosen else typed})


def _not_yours(request: HttpRequest, key: int, words: str = "") -> HttpResponse:
    """Nothing was done, and what was written for it is given back."""
    messages.warning(request, _("Nothing was done: this one is not with you now."))
    if not words:
        return redirect("desk:alert-detail", key)
    alert = queries.alert_to_handle(request.user, key)
    context = {"place": "desk", "alert": alert, "keys": told(alert), "mine": False, "words": words}
    context["over"] = queries.may_take_over(alert, request.user, now())
    return render(request, "desk/alert_detail.html", context, status=409)

"""The desk's own page: reading a page that somebody else has written, and deciding about it."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from allies.home.forms import ReturnForm
from allies.home.queries import uncleared, waiting_page


@require_http_methods(["GET", "POST"])
def second_reading(request: HttpRequest, key: int) -> HttpResponse:
    page, task, state = waiting_page(key)
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    objection = task.objection(page, request.user)
    form = ReturnForm(request.POST if request.POST.get("action") == "reject" else None)
    if request.method == "POST" and not objection:
        if request.POST.get("action") == "approve" and (why := uncleared(page)):
            messages.warning(request, why)
            return redirect("reading:second-reading", key)
        if request.POST.get("action") == "approve":
            task.on_action(state, request.user, "approve")
            messages.success(request, _("“%(title)s” is approved.") % {"title": page.title})
            return redirect("wagtailadmin_home")
        if form.is_valid():
            task.on_action(state, request.user, "reject", comment=form.cleaned_data["comment"])
            messages.success(request, _("“%(title)s” went back to its writer.") % {"title": page.title})
            return redirect("wagtailadmin_home")
    context = {"page": page, "task": task, "state": state, "objection": objection, "form": form}
    return render(request, "home/desk/second_reading.html", context)

"""Plans that two members share: asking, answering, reading, leaving."""

from __future__ import annotations

from uuid import UUID, uuid4

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from allies.inbox.actions import mark_read
from allies.notebook.plans import joining, reading
from allies.notebook.plans.forms import InviteForm
from allies.notebook.plans.leaving import leave
from allies.notebook.views.sent import FORM, or_404


def plan_at(request: HttpRequest, key: UUID) -> reading.InPlan:
    found = reading.plan_of(request.user, key, now())
    if found is None:
        raise Http404
    return found


@require_safe
def plan_list(request: HttpRequest) -> HttpResponse:
    mark_read(request.user, joining.ABOUT)
    at = now()
    context = {
        "plans": reading.plans_of(request.user, at),
        "invitations": joining.invitations_to(request.user, at),
        "place": "notes",
    }
    return render(request, "notebook/together/list.html", context)


@sensitive_post_parameters()
@sensitive_variables()
@require_http_methods(FORM)
def plan_begin(request: HttpRequest) -> HttpResponse:
    """Who is afraid is told once more, plainly, what the other would see. That she said so is kept nowhere."""
    if request.method != "POST":
        return _begin(request, InviteForm())
    form = InviteForm(request.POST)
    if not form.is_valid():
        return _begin(request, form, 422)
    if form.cleaned_data["afraid"] == "yes" and not request.POST.get("knows"):
        return _begin(request, form, warned=True)
    try:
        key = joining.invite(form.cleaned_data["name"], _new_key(request), by=request.user, now=now())
    except joining.OneselfError:
        form.add_error("name", _("This is your own name."))
        return _begin(request, form, 422)
    except joining.TooManyError:
        form.add_error(None, _("You have asked several people. Please wait until one answers, or leave a plan."))
        return _begin(request, form, 422)
    messages.success(request, _("If somebody here goes by that name and can be asked, they find your question."))
    return redirect("together:plan", key)


def _new_key(request: HttpRequest) -> UUID:
    try:
        return UUID(request.POST.get("key", ""))
    except ValueError as wrong:
        raise Http404 from wrong


def _begin(request: HttpRequest, form: InviteForm, status: int = 200, *, warned: bool = False) -> HttpResponse:
    context = {"form": form, "key": request.POST.get("key") or uuid4(), "warned": warned, "place": "notes"}
    return render(request, "notebook/together/begin.html", context, status=status)


@require_safe
def invitation(request: HttpRequest, key: UUID) -> HttpResponse:
    found = joining.invitation_to(request.user, key, now())
    if found is None:
        raise Http404
    context = {"invitation": found, "kinds": reading.kinds(), "place": "notes"}
    return render(request, "notebook/together/invitation.html", context)


@require_POST
def invitation_accept(request: HttpRequest, key: UUID) -> HttpResponse:
    with or_404():
        plan = joining.accept(key, by=request.user, now=now())
    return redirect("together:plan", plan)


@require_POST
def invitation_decline(request: HttpRequest, key: UUID) -> HttpResponse:
    joining.decline(key, by=request.user, now=now())
    messages.success(request, _("You are not in it. Nobody is told."))
    return redirect("together:plans")


@require_safe
def plan(request: HttpRequest, plan: UUID) -> HttpResponse:
    there = plan_at(request, plan)
    rows = reading.entries_of(there)
    groups = [
        (kind, [(row, kind.short(row.given)) for row in rows if row.kind == kind.name]) for kind in reading.kinds()
    ]
    return render(request, "notebook/together/plan.html", {"there": there, "groups": groups, "place": "notes"})


@require_http_methods(FORM)
def plan_leave(request: HttpRequest, plan: UUID) -> HttpResponse:
    """Gone twice is gone once: the second press of a button finds no plan, and says the same."""
    if request.method == "POST":
        copy = bool(request.POST.get("copy"))
        leave(plan, by=request.user, copy=copy)
        messages.success(request, _("You have left. Nobody is told."))
        return redirect(reverse("notebook:overview") if copy else reverse("together:plans"))
    return render(request, "notebook/together/leave.html", {"there": plan_at(request, plan), "place": "notes"})

from __future__ import annotations

from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.login import perform_password_login
from allauth.account.models import Login
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from allies.accounts import actions
from allies.accounts.forms.join import JoinForm, RecoverForm
from allies.accounts.forms.name import TAKEN
from allies.accounts.views.limits import is_allowed, too_many


@login_not_required
@sensitive_post_parameters("passphrase", "email")
@require_http_methods(["GET", "POST"])
def join(request: HttpRequest) -> HttpResponse:
    """The page after joining is the answer to the form itself: the codes are never stored, not even for a moment."""
    onward = next_page(request)
    if request.user.is_authenticated:
        return redirect(onward)
    form = JoinForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and not is_allowed(request, "signup"):
        return too_many(request)
    if request.method == "POST" and form.is_settled():
        given = form.cleaned_data
        try:
            member, codes = actions.join(given["pseudonym"], given["passphrase"], email=given["email"])
        except IntegrityError:  # somebody was a moment quicker
            form.add_error("pseudonym", TAKEN)
        else:
            perform_password_login(request, {"username": member.pseudonym}, Login(user=member, signup=True))
            return render(
                request, "accounts/codes.html", {"codes": codes, "next": onward, "joined": True, "place": "me"}
            )
    return render(request, "accounts/join.html", {"form": form, "next": onward, "place": "join"})


@login_not_required
@sensitive_post_parameters("code", "passphrase")
@require_http_methods(["GET", "POST"])
def recover(request: HttpRequest) -> HttpResponse:
    form = RecoverForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and not is_allowed(request, "recover"):
        return too_many(request)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        lost = given["lost_second_factor"]
        member = actions.recover(given["pseudonym"], given["code"], given["passphrase"], lost_second_factor=lost)
        if member:
            messages.success(
                request, gettext("Your new passphrase is set. Sign in with it now; every other device is signed out.")
            )
            if lost and member.needs_second_factor:
                messages.warning(
                    request, gettext("Your role needs its second step. Only the operator can take it away for you.")
                )
            return redirect("account_login")
        message = gettext("That name and code do not go together, or the code was used before. Check both for a slip.")
        form.add_error(None, message)
    return render(request, "accounts/recover.html", {"form": form, "place": "sign-in"})


def next_page(request: HttpRequest) -> str:
    """Where they were going, when that is on this site."""
    target = request.POST.get("next") or request.GET.get("next") or ""
    return target if target and get_adapter().is_safe_url(target) else settings.LOGIN_REDIRECT_URL

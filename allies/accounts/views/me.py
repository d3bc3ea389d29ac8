"""What a member can see and change about their own membership."""

from __future__ import annotations

from django.contrib import messages
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from allies.accounts import actions
from allies.accounts.forms.me import EmailForm, PassphraseForm
from allies.accounts.forms.name import TAKEN, NewNameForm
from allies.accounts.queries import codes_left, second_steps, sessions_of
from allies.accounts.views.fresh import fresh
from allies.accounts.views.limits import is_allowed, too_many


@require_GET
def me(request: HttpRequest) -> HttpResponse:
    kinds = second_steps(request.user)
    facts = {
        "passkeys": kinds.count("webauthn"),
        "has_app": "totp" in kinds,
        "codes_left": codes_left(request.user),
        "sessions": sessions_of(request.user).count(),
    }
    return render(request, "accounts/me.html", facts | {"place": "me"})


@require_http_methods(["GET", "POST"])
def name_change(request: HttpRequest) -> HttpResponse:
    form = NewNameForm(request.POST if request.method == "POST" else None, member=request.user)
    if request.method == "POST" and not is_allowed(request, "manage_account"):
        return too_many(request)
    if request.method == "POST" and form.is_settled():
        before = request.user.pseudonym
        try:
            request.user.rename(form.cleaned_data["pseudonym"])
        except IntegrityError:  # somebody was a moment quicker
            request.user.pseudonym = before
            form.add_error("pseudonym", TAKEN)
        else:
            messages.success(request, gettext("Your name here is now %(name)s.") % {"name": request.user.pseudonym})
            return redirect("accounts:me")
    return render(request, "accounts/name_change.html", {"form": form, "place": "me"})


@fresh
@sensitive_post_parameters("email")
@require_http_methods(["GET", "POST"])
def email_change(request: HttpRequest) -> HttpResponse:
    form = EmailForm(request.POST if request.method == "POST" else None, initial={"email": request.user.email})
    if request.method == "POST" and not is_allowed(request, "manage_account"):
        return too_many(request)
    if request.method == "POST" and form.is_valid():
        request.user.use_email(form.cleaned_data["email"])
        messages.success(request, gettext("Your e-mail address is kept. Nobody else sees it."))
        return redirect("accounts:me")
    return render(request, "accounts/email_change.html", {"form": form, "place": "me"})


@fresh
@require_POST
def email_remove(request: HttpRequest) -> HttpResponse:
    request.user.use_email("")
    messages.success(request, gettext("Your e-mail address is removed. We cannot write to you any more."))
    return redirect("accounts:me")


@fresh
@sensitive_post_parameters("passphrase")
@require_http_methods(["GET", "POST"])
def passphrase_change(request: HttpRequest) -> HttpResponse:
    form = PassphraseForm(request.POST if request.method == "POST" else None, member=request.user)
    if request.method == "POST" and not is_allowed(request, "manage_account"):
        return too_many(request)
    if request.method == "POST" and form.is_valid():
        actions.change_passphrase(request, form.cleaned_data["passphrase"])
        messages.success(request, gettext("Your new passphrase is set. You are signed out everywhere but here."))
        return redirect("accounts:me")
    return render(request, "accounts/passphrase_change.html", {"form": form, "place": "me"})


@fresh
@require_http_methods(["GET", "POST"])
def recovery_codes(request: HttpRequest) -> HttpResponse:
    if request.method == "POST" and not is_allowed(request, "manage_account"):
        return too_many(request)
    if request.method == "POST":
        codes = actions.make_recovery_codes(request.user)
        return render(request, "accounts/codes.html", {"codes": codes, "next": "/me/", "place": "me"})
    return render(request, "accounts/recovery_codes.html", {"codes_left": codes_left(request.user), "place": "me"})

from __future__ import annotations

from typing import Any

from allauth.mfa.base.views import AuthenticateView
from allauth.mfa.totp.views import ActivateTOTPView
from allauth.mfa.webauthn.internal import auth
from allauth.mfa.webauthn.views import AddWebAuthnView, LoginWebAuthnView, ReauthenticateWebAuthnView
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import reverse_lazy
from django.utils.translation import gettext

from allies.accounts.queries import second_steps
from allies.accounts.second_factor import count_setting_up


class SecondStepView(AuthenticateView):
    """Asks only for what this member has set up."""

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        kinds = second_steps(self.stage.login.user)
        return super().get_context_data(**context) | {"has_app": "totp" in kinds, "has_passkey": "webauthn" in kinds}


class SetUpAppView(ActivateTOTPView):
    def form_valid(self, form: Any) -> HttpResponse:
        response = super().form_valid(form)
        count_setting_up(self.request, "totp")
        return response


class AddPasskeyView(AddWebAuthnView):
    """A passkey that can sign in alone: the device keeps the name and checks who holds it."""

    success_url = reverse_lazy("mfa_list_webauthn")

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        return super().get_context_data(**context) | {
            "js_data": {"creation_options": auth.begin_registration(self.request.user, passwordless=True)}
        }

    def form_valid(self, form: Any) -> HttpResponse:
        response = super().form_valid(form)
        count_setting_up(self.request, "webauthn")
        return response

    def get_success_url(self) -> str:
        return str(self.success_url)


class SignInByPasskeyView(LoginWebAuthnView):
    """The challenge is asked for when the button is pressed, so that looking at the sign-in page starts no session."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.accepts("text/html"):
            return super().get(request, *args, **kwargs)
        return JsonResponse({"request_options": auth.begin_authentication(user=None)})


class ConfirmByPasskeyView(ReauthenticateWebAuthnView):
    def form_invalid(self, form: Any) -> HttpResponse:
        messages.error(self.request, gettext("That passkey did not work. Please try again, or use another way."))
        return HttpResponseRedirect(self.passthrough_next_url(self.request.path))

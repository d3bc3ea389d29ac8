"""allauth in our words and by our rules."""

from __future__ import annotations

import time
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.core.exceptions import ImproperlyConfigured, PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _

from allies.accounts import pseudonym as names
from allies.accounts.actions import end_session
from allies.accounts.closed import remember_closed
from allies.accounts.last_seen import SEEN
from allies.accounts.models import Member

_NOTES = {  # what allauth would say, and what we say; the rest goes without saying
    "account/messages/logged_out.txt": _("You are signed out."),
    "mfa/messages/totp_activated.txt": _(
        "Your authenticator app is set up. We will ask for a code from it at sign-in."
    ),
    "mfa/messages/totp_deactivated.txt": _("Your authenticator app is removed. We no longer ask for its codes."),
    "mfa/messages/webauthn_added.txt": _("Your passkey is kept. You can sign in with it from now on."),
    "mfa/messages/webauthn_removed.txt": _("That passkey is removed."),
}
_AGAIN = _("That was tried too often. Please wait five minutes, then try again. Nothing is lost.")


class AccountAdapter(DefaultAccountAdapter):
    error_messages = DefaultAccountAdapter.error_messages | {
        "username_password_mismatch": _(
            "That pseudonym and passphrase do not go together. Check both for a slip. "
            "If the passphrase is gone, a recovery code brings you back in."
        ),
        "incorrect_password": _("That is not your passphrase. Please try again."),
        "enter_current_password": _("Please type your passphrase."),
        "too_many_login_attempts": _AGAIN,
        "rate_limited": _AGAIN,
        "incorrect_code": _(
            "That did not work. A code is good for half a minute and for one use: wait for the next one."
        ),
    }

    def add_message(
        self,
        request: HttpRequest,
        level: int,
        message_template: str | None = None,
        message_context: dict[str, Any] | None = None,
        extra_tags: str = "",
        message: str | None = None,
    ) -> None:
        words = message or _NOTES.get(message_template or "")
        if words:
            super().add_message(request, level, message=str(words), extra_tags=extra_tags)

    def post_login(self, request: HttpRequest, user: Member, **hooks: Any) -> HttpResponse:
        request.session[SEEN] = int(time.time())
        return super().post_login(request, user, **hooks)

    def respond_user_inactive(self, request: HttpRequest, user: Member) -> HttpResponse:
        remember_closed(request, user)
        return super().respond_user_inactive(request, user)

    def logout(self, request: HttpRequest) -> None:
        end_session(request)

    def set_password(self, user: Member, password: str) -> None:
        user.set_password(password)
        user.save(update_fields=["password"])

    def is_safe_url(self, url: str) -> bool:
        host = self.request.get_host()
        return url_has_allowed_host_and_scheme(url, allowed_hosts={host}, require_https=self.request.is_secure())

    def get_client_ip(self, request: HttpRequest) -> str:
        """Without an address (a socket, a silent proxy) all share one allowance rather than none entering."""
        try:
            return super().get_client_ip(request)
        except (ImproperlyConfigured, PermissionDenied):
            return request.META.get("REMOTE_ADDR") or "0.0.0.0"  # noqa: S104 - not bound to

    def get_reauthentication_methods(self, user: Any) -> list[dict[str, Any]]:
        words = {
            "reauthenticate": _("Use your passphrase"),
            "mfa_reauthenticate": _("Use a code from your authenticator app"),
            "mfa_reauthenticate:webauthn": _("Use a passkey"),
        }
        return [method | {"description": words[method["id"]]} for method in super().get_reauthentication_methods(user)]

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        """Whatever way the name is written and whatever host is named, it is one member's allowance."""
        return f"name:{names.key(credentials.get('username', ''))}"

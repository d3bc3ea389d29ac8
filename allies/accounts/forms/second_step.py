from __future__ import annotations

from typing import Any

from allauth.mfa.adapter import get_adapter
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from django import forms
from django.conf import settings
from django.core.cache import cache
from django.utils.translation import gettext_lazy as _

from allies.accounts.forms.fields import AS_TYPED

_LIFE = 30 * (2 * settings.MFA_TOTP_TOLERANCE + 1)  # seconds in which one code could be accepted


def _code_field() -> forms.CharField:
    attrs = AS_TYPED | {"autocomplete": "one-time-code", "inputmode": "numeric"}
    label = _("Code from your authenticator app")
    return forms.CharField(label=label, max_length=20, widget=forms.TextInput(attrs=attrs))


class _Code:
    """allauth forgets a used code after one period; it stays good for longer, so it is remembered for longer here."""

    user: Any

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["code"] = _code_field()  # type: ignore[attr-defined]

    def clean_code(self) -> str:
        code: str = super().clean_code()  # type: ignore[misc]
        digits = "".join(c for c in code if c.isdigit())
        if not cache.add(f"second-step:{self.user.pk}:{digits}", 1, timeout=_LIFE):
            raise get_adapter().validation_error("incorrect_code")
        return code


class CodeForm(_Code, AuthenticateForm):
    pass


class ConfirmCodeForm(_Code, ReauthenticateForm):
    pass


class SetUpAppForm(ActivateTOTPForm):
    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["code"] = _code_field()

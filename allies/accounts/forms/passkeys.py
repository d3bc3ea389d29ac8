"""allauth's passkey forms, told that nonsense may arrive: the libraries below answer some of it with 500."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.forms import (
    AddWebAuthnForm,
    AuthenticateWebAuthnForm,
    EditWebAuthnForm,
    LoginWebAuthnForm,
    ReauthenticateWebAuthnForm,
)
from cryptography.exceptions import InvalidSignature
from django import forms
from django.utils.translation import gettext_lazy as _

_NONSENSE = (AttributeError, LookupError, OverflowError, TypeError, ValueError, struct.error, InvalidSignature)


@contextmanager
def _refusing_nonsense() -> Iterator[None]:
    try:
        yield
    except _NONSENSE as problem:
        raise get_adapter().validation_error("incorrect_code") from problem


class _Shown:
    def clean_credential(self) -> Authenticator:
        with _refusing_nonsense():
            return super().clean_credential()  # type: ignore[misc]


class SignInPasskeyForm(_Shown, LoginWebAuthnForm):
    pass


class SecondStepPasskeyForm(_Shown, AuthenticateWebAuthnForm):
    pass


class ConfirmPasskeyForm(_Shown, ReauthenticateWebAuthnForm):
    pass


def _name_field(*, required: bool) -> forms.CharField:
    hint = _("So that you can tell it from others, such as “my phone”.")
    return forms.CharField(label=_("A name for this passkey"), help_text=hint, max_length=60, required=required)


class AddPasskeyForm(AddWebAuthnForm):
    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields.pop("passwordless", None)  # every passkey can sign in alone: the page asks the device for that
        self.fields["name"] = _name_field(required=False)

    def clean(self) -> dict[str, Any]:
        with _refusing_nonsense():
            return super().clean()


class NamePasskeyForm(EditWebAuthnForm):
    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["name"] = _name_field(required=True)

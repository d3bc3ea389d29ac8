from __future__ import annotations

from typing import Any

from allauth.account.forms import LoginForm, ReauthenticateForm
from django import forms
from django.utils.translation import gettext_lazy as _

from allies.accounts.forms.fields import CurrentPassphraseField, PseudonymField


class SignInForm(LoginForm):
    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["login"] = PseudonymField()
        self.fields["password"] = CurrentPassphraseField()
        self.fields["remember"] = forms.BooleanField(
            label=_("Stay signed in on this device"),
            required=False,
            help_text=_("Leave this empty if somebody else uses the device too."),
        )
        self.order_fields(["login", "password", "remember"])


class ConfirmForm(ReauthenticateForm):
    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["password"] = CurrentPassphraseField()

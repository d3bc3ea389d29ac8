from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from allies.accounts.forms.fields import NewPassphraseField
from allies.accounts.models import Member
from allies.accounts.passphrase import PassphraseValidator


class EmailForm(forms.Form):
    email = forms.EmailField(
        label=_("E-mail"),
        help_text=_("We need it only to write to you. Nobody else sees it."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )


class PassphraseForm(forms.Form):
    passphrase = NewPassphraseField(label=_("New passphrase"))

    def __init__(self, *args: Any, member: Member, **options: Any) -> None:
        super().__init__(*args, **options)
        self.member = member

    def clean_passphrase(self) -> str:
        passphrase: str = self.cleaned_data["passphrase"]
        PassphraseValidator().validate(passphrase, self.member)
        if self.member.check_password(passphrase):
            raise ValidationError(_("That is the passphrase you already have."), code="same")
        return passphrase

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from allies.accounts.models.notes_lock import After
from allies.accounts.pin import LONGEST, SHORTEST, is_plain


class PinField(forms.CharField):
    def __init__(self, **options: Any) -> None:
        attrs = {"autocomplete": "off", "inputmode": "numeric"}
        defaults = {"label": _("PIN"), "max_length": LONGEST, "widget": forms.PasswordInput(attrs=attrs)}
        super().__init__(**defaults | options)

    def clean(self, value: Any) -> str:
        pin: str = super().clean(value)
        if pin and not (pin.isascii() and pin.isdigit() and len(pin) >= SHORTEST):
            raise ValidationError(_("A PIN has 4 to 8 digits."), code="digits")
        return pin


class PinForm(forms.Form):
    pin = PinField()
    next = forms.CharField(max_length=2000, required=False, widget=forms.HiddenInput)


class LockForm(forms.Form):
    after = forms.TypedChoiceField(
        label=_("Close my notes when I am away from them"), coerce=int, choices=After, widget=forms.RadioSelect
    )
    pin = PinField(
        label=_("New PIN"),
        required=False,
        help_text=_("4 to 8 digits, and none that somebody who knows you would try: no birthday, no phone number."),
    )

    def clean_pin(self) -> str:
        pin: str = self.cleaned_data["pin"]
        if pin and is_plain(pin):
            raise ValidationError(
                _("That is among the first that people try. Please choose another one."), code="plain"
            )
        return pin

"""The three things a member types again and again."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from allies.accounts import pseudonym as names
from allies.accounts.passphrase import LONGEST

AS_TYPED = {"autocapitalize": "none", "autocorrect": "off", "spellcheck": "false"}


class PseudonymField(forms.CharField):
    """A name that is already somebody's: no rules here, they were kept when it was chosen."""

    def __init__(self, **options: Any) -> None:
        widget = forms.TextInput(attrs=AS_TYPED | {"autocomplete": "username"})
        super().__init__(**{"label": _("Pseudonym"), "max_length": names.LONGEST, "widget": widget} | options)


class CurrentPassphraseField(forms.CharField):
    def __init__(self, **options: Any) -> None:
        widget = forms.PasswordInput(attrs={"autocomplete": "current-password"})
        defaults = {"label": _("Passphrase"), "strip": False, "max_length": LONGEST, "widget": widget}
        super().__init__(**defaults | options)


class NewPassphraseField(forms.CharField):
    def __init__(self, **options: Any) -> None:
        widget = forms.PasswordInput(attrs={"autocomplete": "new-password"})
        hint = _("Twelve characters or more. Four or five words in a row are strong and easy to keep in mind.")
        defaults = {"label": _("Passphrase"), "strip": False, "widget": widget, "help_text": hint}
        super().__init__(**defaults | options)


class CodeField(forms.CharField):
    def __init__(self, **options: Any) -> None:
        widget = forms.TextInput(attrs=AS_TYPED | {"autocomplete": "off"})
        super().__init__(**{"label": _("Recovery code"), "max_length": 60, "widget": widget} | options)

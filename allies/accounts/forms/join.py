from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from allies.accounts.forms.fields import CodeField, NewPassphraseField, PseudonymField
from allies.accounts.forms.name import NewNameForm
from allies.accounts.models import Member
from allies.accounts.passphrase import WORDS, PassphraseValidator, weakness, words_about
from allies.accounts.terms import TERMS, Term


class JoinForm(NewNameForm):
    passphrase = NewPassphraseField()
    email = forms.EmailField(
        label=_("E-mail"),
        required=False,
        help_text=_("We need it only to write to you; you can leave it out. Nobody else sees it."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for term in TERMS:
            message = _("To join, please read this and tick the box.")
            self.fields[term.key] = forms.BooleanField(label=term.tick, error_messages={"required": message})

    def terms(self) -> list[tuple[Term, forms.BoundField]]:
        return [(term, self[term.key]) for term in TERMS]

    def clean(self) -> dict[str, Any]:
        super().clean()
        given = self.cleaned_data
        if "passphrase" in given:
            self._clean_strength(given["passphrase"], given.get("pseudonym", ""), given.get("email", ""))
        return given

    def _clean_strength(self, passphrase: str, pseudonym: str, email: str) -> None:
        try:
            PassphraseValidator().validate(passphrase, Member(pseudonym=pseudonym, email=email))
        except ValidationError as problem:
            self.add_error("passphrase", problem)


class RecoverForm(forms.Form):
    pseudonym = PseudonymField()
    code = CodeField(help_text=_("One of the eight you kept when you joined. Dashes and capitals do not matter."))
    passphrase = NewPassphraseField(label=_("New passphrase"))
    lost_second_factor = forms.BooleanField(
        label=_("I have lost my authenticator too"),
        required=False,
        help_text=_("We then remove your authenticator app and passkeys. You can set up new ones later."),
    )

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = self.cleaned_data
        about = words_about(pseudonym=given.get("pseudonym", ""))
        if "passphrase" in given and (found := weakness(given["passphrase"], about)):
            self.add_error("passphrase", ValidationError(WORDS[found], code=found))
        return given

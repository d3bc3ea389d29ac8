from __future__ import annotations

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext_lazy as _

from allies.accounts.apart import kind_of
from allies.accounts.avoided import address_key
from allies.accounts.forms.fields import AS_TYPED
from allies.accounts.lookalike import skeleton
from allies.accounts.models import AvoidedKind

ADDRESS = _("That does not look like an e-mail address. Please check it for a slip.")
NAME = _("That cannot be anybody’s name here. Please check it for a slip.")


class AvoidForm(forms.Form):
    who = forms.CharField(
        label=_("E-mail address, or name on this site"),
        max_length=254,
        help_text=_("The address they would join with, or the name they have here now."),
        widget=forms.TextInput(attrs=AS_TYPED | {"autocomplete": "off"}),
    )
    label = forms.CharField(
        label=_("What you call them"),
        max_length=60,
        required=False,
        help_text=_("So that you know later whom you meant: we cannot show an address again. Only you can read it."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def clean_who(self) -> str:
        who: str = self.cleaned_data["who"]
        if kind_of(who) == AvoidedKind.ADDRESS:
            try:
                validate_email(address_key(who))
            except ValidationError as problem:
                raise ValidationError(ADDRESS, code="address") from problem
        elif not skeleton(who):
            raise ValidationError(NAME, code="name")
        return who

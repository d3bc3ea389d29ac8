from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from allies.accounts import pseudonym as names
from allies.accounts.forms.fields import AS_TYPED
from allies.accounts.models import Member

NOTES, EVERYTHING = "notes", "everything"
CHOICES = {
    NOTES: _("My notes. My account, questions and comments stay."),
    EVERYTHING: _("Everything, my account too."),
}


class EraseForm(forms.Form):
    what = forms.ChoiceField(label=_("What to erase"), widget=forms.RadioSelect)
    pseudonym = forms.CharField(
        label=_("Your pseudonym"),
        max_length=names.LONGEST,
        help_text=_("Type it, so that it does not happen by a slip."),
        widget=forms.TextInput(attrs=AS_TYPED | {"autocomplete": "off"}),
    )

    def __init__(self, *args: Any, member: Member, has_notes: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        self.member = member
        offered = CHOICES if has_notes else {EVERYTHING: CHOICES[EVERYTHING]}
        self.fields["what"].choices = list(offered.items())  # type: ignore[attr-defined]

    def clean_pseudonym(self) -> str:
        typed: str = self.cleaned_data["pseudonym"]
        if names.key(names.normalise(typed)) != names.key(self.member.pseudonym):
            raise ValidationError(_("That is not your pseudonym here. Nothing was erased."), code="another")
        return typed

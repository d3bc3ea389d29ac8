"""Choosing a pseudonym, on joining and later."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from allies.accounts import pseudonym as names
from allies.accounts.forms.fields import AS_TYPED
from allies.accounts.models import Member, NameClaim
from allies.accounts.pseudonym import Refusal

TAKEN = _("That name, or one that looks like it, is taken. Please choose another.")
REFUSALS: dict[Refusal, str | Promise] = {
    Refusal.SHORT: _("It needs 3 characters or more."),
    Refusal.LONG: _("It can have up to 30 characters."),
    Refusal.HIDDEN: _("It holds a character that nobody can see. Please type the name instead of pasting it."),
    Refusal.CHARACTERS: _("Please use letters and digits. One space, dot, - or _ may stand between them."),
    Refusal.SCRIPTS: _("Please use the letters of one alphabet. Mixed ones can pass for somebody else’s name."),
    Refusal.EDGES: _("It begins and ends with a letter or digit, with one space, dot, - or _ at a time between them."),
    Refusal.LETTERLESS: _("It needs at least one letter."),
    Refusal.MAIL: _("It looks like an e-mail address. That could show who you are, so please choose another name."),
    Refusal.PHONE: _("It looks like a phone number. That could show who you are, so please choose another name."),
    Refusal.ADDRESS: _("It looks like a web address. Please choose another name."),
    Refusal.RESERVED: _("That name could be taken for the people who run this site. Please choose another."),
}


class NewPseudonymField(forms.CharField):
    def __init__(self, **options: Any) -> None:
        widget = forms.TextInput(attrs=AS_TYPED | {"autocomplete": "username"})
        defaults = {
            "label": _("Pseudonym"),
            "help_text": _("The name others see here. Choose one that nobody knows you by. You can change it later."),
            "strip": False,
            "max_length": 200,  # ours is the rule that answers
            "widget": widget,
        }
        super().__init__(**defaults | options)

    def clean(self, value: Any) -> str:
        text = super().clean(value)
        if reason := names.refusal(text, reserved=(settings.SITE_NAME, settings.SITE_TITLE)):
            raise ValidationError(REFUSALS[reason], code=reason)
        return names.normalise(text)


class NewNameForm(forms.Form):
    pseudonym = NewPseudonymField()
    hinted = forms.CharField(required=False, max_length=200, widget=forms.HiddenInput)

    data: Any

    def __init__(self, *args: Any, member: Member | None = None, **options: Any) -> None:
        super().__init__(*args, **options)
        self.member = member
        self.hint = False

    def clean_pseudonym(self) -> str:
        name: str = self.cleaned_data["pseudonym"]
        namesakes = Member.objects.named(name)
        if self.member:
            namesakes = namesakes.exclude(pk=self.member.pk)
        if not NameClaim.is_open_to(name, self.member) or namesakes.exists():
            raise ValidationError(TAKEN, code="taken")
        return name

    def clean(self) -> dict[str, Any]:
        """A name that reads like a real one is asked about once. Then it is the member's own choice."""
        name = self.cleaned_data.get("pseudonym", "")
        if names.looks_like_full_name(name) and names.key(self.cleaned_data.get("hinted", "")) != names.key(name):
            self.hint = True
            self.data = self.data.copy()
            self.data["hinted"] = name
        return self.cleaned_data

    def is_settled(self) -> bool:
        return self.is_valid() and not self.hint

"""What an asker decides about her own words, and what she tells later."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from allies.answers.forms import Words
from allies.answers.models import Turn
from allies.answers.quoting import LONGEST

NAMES: list[tuple[str, Any]] = [("", _("As “a member”")), ("1", _("Under my pseudonym"))]


class _Versioned(forms.Form):
    """`version` and `seen` say what she had before her when she decided."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    seen = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)


class ConsentForm(_Versioned):
    named = forms.ChoiceField(
        label=_("How may you be named?"), choices=NAMES, required=False, widget=forms.RadioSelect, initial=""
    )


class ChangeForm(_Versioned):
    text = Words(
        label=_("Your words, as others would read them"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 10}),
        help_text=_("Take out or reword whatever you like."),
        error_messages={"required": _("Nothing is left to show. To show none of it, say no below.")},
    )
    agree = forms.BooleanField(label=_("Like this, it may be shown."), required=False)
    named = forms.ChoiceField(
        label=_("How may you be named?"), choices=NAMES, required=False, widget=forms.RadioSelect, initial=""
    )


class RefuseForm(_Versioned):
    note = Words(
        label=_("Anything the team should know?"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("You need not give a reason."),
    )


class HappenedForm(forms.Form):
    outcome = forms.ChoiceField(
        label=_("How is it now?"),
        choices=Turn.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Please tap what comes closest.")},
    )
    text = Words(
        label=_("In a sentence, if you like"),
        required=False,
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Leave out names, places and dates."),
    )
    may_show = forms.BooleanField(
        label=_("This may stand under the answer, once the team has read it."), required=False
    )

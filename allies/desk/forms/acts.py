from __future__ import annotations

from datetime import timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from allies.answers.forms import Words

DAYS = [("1", _("1 day")), ("3", _("3 days")), ("7", _("7 days")), ("30", _("30 days"))]


def words_for_the_member(label: Any, most: int = 1000) -> Words:
    return Words(
        label=label,
        max_length=most,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("The member reads this. Change it until it fits."),
    )


class ReasonForm(forms.Form):
    reason = words_for_the_member(_("Words for the member"))


class PauseForm(forms.Form):
    days = forms.ChoiceField(label=_("For how long"), choices=DAYS, initial="3", widget=forms.RadioSelect)
    reason = words_for_the_member(_("Words for the member"))

    def clean_days(self) -> timedelta:
        return timedelta(days=int(self.cleaned_data["days"]))


class ReplyForm(forms.Form):
    text = Words(
        label=_("Your reply, under the comment"),
        max_length=8000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("All who read the conversation see it, with your name."),
    )


class DoneForm(forms.Form):
    note = Words(
        label=_("What was done"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("For the desk only. Name no details of the person."),
    )


class DecisionForm(forms.Form):
    decision = forms.ChoiceField(
        label=_("What you decide"),
        choices=[("kept", _("It stays as it was decided")), ("lifted", _("It is taken back"))],
        widget=forms.RadioSelect,
    )
    answer = words_for_the_member(_("Your answer to the member"))

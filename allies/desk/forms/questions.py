from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from allies.accounts.models import Member
from allies.answers.forms import Words
from allies.answers.models import AskPolicy


class ReplyForm(forms.Form):
    """`seen`: the newest message that stood on the page, so that nobody answers past one that came meanwhile."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False)
    text = Words(
        label=_("Your reply"),
        max_length=8000,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("The asker alone reads it, with your name. No doses, no diagnosis, no promise."),
        error_messages={"required": _("There is nothing to send yet. Write a few words first.")},
    )


class NoteForm(forms.Form):
    note = Words(
        label=_("A note for the team"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Only who answers questions reads it. It goes when the asker leaves."),
    )


class HandOverForm(forms.Form):
    to = forms.ModelChoiceField(
        label=_("Hand it over to"),
        queryset=Member.objects.none(),
        empty_label=None,
        error_messages={"invalid_choice": _("That person cannot take it now. Please choose somebody else.")},
    )

    def __init__(self, *args: Any, team: QuerySet[Member], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["to"].queryset = team


class ParagraphForm(forms.Form):
    title = forms.CharField(label=_("Name"), max_length=80, help_text=_("Only the desk sees it."))
    text = Words(
        label=_("Words"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("A start to adapt, never sent by itself."),
    )


class AskPolicyForm(forms.ModelForm):
    class Meta:
        model = AskPolicy
        fields = ["working_days", "urgent_hours", "soon_hours", "follow_up_days"]
        help_texts = {
            "working_days": _("Monday to Friday, to the end of the last day. Members are told this time."),
            "urgent_hours": _("By day and by night. Choose what your team can keep."),
            "soon_hours": _("From then on it stands under “Due soon”."),
            "follow_up_days": _("Counted from the first reply to the asker. Once, in two taps."),
        }

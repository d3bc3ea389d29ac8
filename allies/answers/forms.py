from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from allies.answers.models.comments import LONGEST


class CommentForm(forms.Form):
    text = forms.CharField(
        label=_("Add what you have lived"),
        max_length=LONGEST,
        strip=True,
        widget=forms.Textarea(attrs={"rows": 5, "maxlength": False}),
        error_messages={
            "required": _("There is nothing to post yet. Write a few words first."),
            "max_length": _("This is longer than %(limit_value)d characters (it has %(show_value)d). It is kept below: shorten it or post it in two parts."),
        },
    )
    reply = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def clean_text(self) -> str:
        text: str = self.cleaned_data["text"].replace("\x00", "")
        if not any(character.isalnum() for character in text):
            raise forms.ValidationError(self.fields["text"].error_messages["required"])
        return text


class RemovalForm(forms.Form):
    reason = forms.CharField(
        label=_("Why is it removed?"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Kept in the log. Name the rule, not the person."),
    )

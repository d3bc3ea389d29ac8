from __future__ import annotations

from typing import Any
from unicodedata import category

from django import forms
from django.utils.translation import gettext_lazy as _

from allies.answers.models.comments import LONGEST, as_sent
from allies.moderation.models import ReportReason

UNSEEN = "\u115f\u1160\u2800\u3164\uffa0"  # letters and symbols that show nothing


class Words(forms.CharField):
    """A text of which something can be seen, measured as it will be kept."""

    def to_python(self, value: Any) -> str:
        text = as_sent(super().to_python(value) or "")
        return text if any(category(each)[0] in "LNPS" and each not in UNSEEN for each in text) else ""

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """Without maxlength: a browser would cut off the rest of a pasted text and say nothing."""
        return {name: value for name, value in super().widget_attrs(widget).items() if name != "maxlength"}


class CommentForm(forms.Form):
    text = Words(
        label=_("Add what you have lived"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={
            "required": _("There is nothing to post yet. Write a few words first."),
            "max_length": _(
                "This is longer than %(limit_value)d characters (it has %(show_value)d). "
                "It is kept below: shorten it or post it in two parts."
            ),
        },
    )


BLANK = CommentForm()  # what most pages show: one for all, by which they are known


class RemovalForm(forms.Form):
    reason = Words(
        label=_("Why is it removed?"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Kept in the log. Name the rule, not the person."),
    )


class ReportForm(forms.Form):
    reason = forms.ChoiceField(
        label=_("What is it about?"),
        choices=ReportReason.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Please choose what comes closest.")},
    )
    words = Words(
        label=_("Anything a moderator should know?"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class AppealForm(forms.Form):
    words = Words(
        label=_("What should they know?"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("In your own words. You can ask once, so take your time."),
        error_messages={"required": _("Please write a few words, so that somebody can look with fresh eyes.")},
    )

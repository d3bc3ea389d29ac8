from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from allies.answers.forms import Words
from allies.desk.keys import KEYS


class StockReplyForm(forms.Form):
    title = forms.CharField(label=_("Name"), max_length=80, help_text=_("Only the desk sees it."))
    kind = forms.ChoiceField(label=_("For"), choices=[("", _("Any kind")), *KEYS.items()], required=False)
    text = Words(
        label=_("Words"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("Short and warm. No promise and no advice on medicine. For numbers, point to Urgent help."),
    )

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.images.forms import BaseImageForm


class CommentForm(forms.Form):
    comment = forms.CharField(label=_("Comment"), required=False, widget=forms.Textarea(attrs={"rows": 3}))


class ReturnForm(forms.Form):
    comment = forms.CharField(
        label=_("What should change?"),
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("The writer reads this beside the page."),
        error_messages={"required": _("Say what should change, then return the page.")},
    )


class DescribedImageForm(BaseImageForm):
    """Every picture has words, from the moment it is uploaded."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "description" in self.fields:
            field = self.fields["description"]
            field.required, field.label = True, _("What the picture shows")
            field.help_text = _("Read aloud to people who cannot see it. One plain sentence.")

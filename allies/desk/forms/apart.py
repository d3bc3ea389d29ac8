from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from allies.accounts.forms.fields import PseudonymField
from allies.accounts.models import Member


class ApartForm(forms.Form):
    one = PseudonymField(label=_("Pseudonym of one"))
    other = PseudonymField(label=_("Pseudonym of the other"))

    def __init__(self, *args: Any, by: Member, **options: Any) -> None:
        super().__init__(*args, **options)
        self.by = by

    def clean_one(self) -> Member:
        return self._named("one")

    def clean_other(self) -> Member:
        return self._named("other")

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = self.cleaned_data
        if "one" in given and given["one"] == given.get("other"):
            self.add_error("other", _("Both names are of one member. Please check them."))
        return given

    def _named(self, field: str) -> Member:
        """Whom the editor must not meet is not there for her either; for herself, she has a page of her own."""
        member: Member | None = Member.objects.named(self.cleaned_data[field]).first()
        if member == self.by:
            raise ValidationError(_("That is you. For yourself, use “People you must never meet” under Me."))
        if member is None:
            raise ValidationError(_("Nobody here goes by this name. Please check it for a slip."))
        return member

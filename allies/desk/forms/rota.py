from __future__ import annotations

from datetime import timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _

from allies.accounts.models import Member
from allies.desk.access import keeps
from allies.moderation.duty import moderating_members

LONGEST = timedelta(days=7)


def moment(label: Any) -> forms.DateTimeField:
    widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
    return forms.DateTimeField(label=label, widget=widget)


class ShiftForm(forms.Form):
    """One's own shift; editors and operators choose whose it is."""

    member = forms.ModelChoiceField(label=_("Who"), queryset=Member.objects.none(), empty_label=None)
    starts_at = moment(_("From"))
    ends_at = moment(_("To"))
    weekly = forms.BooleanField(label=_("Every week at these hours"), required=False)

    def __init__(self, *args: Any, by: Member, **options: Any) -> None:
        super().__init__(*args, **options)
        people = moderating_members()
        self.fields["member"].queryset = people if keeps(by) else people.filter(pk=by.pk)
        self.fields["member"].initial = by.pk

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        start, end = given.get("starts_at"), given.get("ends_at")
        if start and end and end <= start:
            self.add_error("ends_at", ValidationError(_("A shift ends later than it begins."), code="order"))
        elif start and end and end - start > LONGEST:
            self.add_error("ends_at", ValidationError(_("A shift lasts a week at most."), code="long"))
        elif end and end <= now() and not given.get("weekly"):
            self.add_error("ends_at", ValidationError(_("This shift would be over already."), code="over"))
        return given

"""What to show, and how an address for it ends."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from allies.notebook.kinds import KINDS
from allies.notebook.kinds.fields import day, line, taps
from allies.notebook.models import KindName
from allies.notebook.sharing.offer import DATED, Wanted

MONTH = timedelta(days=30)
HOURS = [
    ("1", _("One hour")),
    ("4", _("Four hours")),
    ("24", _("One day")),
    ("72", _("Three days")),
    ("168", _("One week")),
    ("336", _("Two weeks")),
]
OPENS = [("", _("Until it ends")), ("1", _("Once")), ("3", _("Three times")), ("10", _("Ten times"))]


def _kinds(*, dated: bool) -> list[tuple[str, Any]]:
    return [(name, kind.title) for name, kind in KINDS.items() if (name in DATED) is dated]


class WantedForm(forms.Form):
    use_required_attribute = False

    patterns = forms.BooleanField(
        label=_("What my notes show when they are added up"),
        help_text=_("From all your moments in these days."),
        required=False,
        initial=True,
    )
    dated = taps(_("From these days"), ())
    first = day(_("First day"), required=True)
    last = day(_("Last day"), required=True)
    whole = taps(_("Whole, whatever the day"), ())

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for name, chosen in (("dated", _kinds(dated=True)), ("whole", _kinds(dated=False))):
            field = self.fields[name]
            assert isinstance(field, forms.MultipleChoiceField)
            field.choices = chosen
        self.fields["dated"].initial = [str(KindName.OBSERVATION)]
        self.fields["first"].initial = localdate() - MONTH

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if not (cleaned.get("patterns") or cleaned.get("dated") or cleaned.get("whole")):
            raise ValidationError(_("Please choose at least one thing to show."))
        if cleaned.get("first") and cleaned.get("last") and cleaned["first"] > cleaned["last"]:
            raise ValidationError({"last": _("This is before the first day.")})
        return cleaned

    def wanted(self) -> Wanted:
        given = self.cleaned_data
        kinds = tuple(name for name in KINDS if name in {*given["dated"], *given["whole"]})
        return Wanted(kinds, given["patterns"], given["first"], given["last"])


class AboutForm(forms.Form):
    """What stands above it. Empty as it begins: a name is there only when she writes one."""

    name = line(_("A name on it"), hint=_("Yours, another, or none."))
    note = line(_("A line for whoever reads it"), hint=_("“This is what I would like to talk about.”"))


class LinkForm(forms.Form):
    use_required_attribute = False

    hours = forms.ChoiceField(label=_("How long can it be opened?"), choices=HOURS, initial="72")
    opens = forms.ChoiceField(label=_("How often can it be opened?"), choices=OPENS, required=False)
    label = line(_("For whom is it?"), hint=_("Only you see this, in your list of links."))

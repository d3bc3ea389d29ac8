from __future__ import annotations

from typing import Any
from zoneinfo import available_timezones

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from allies.accounts.models import Member
from allies.inbox import neutral
from allies.inbox.models import Channel, ContactProfile, Rhythm
from allies.inbox.telling import telling

PARTS = {
    "sender": (_("Sender"), _("Sender in my own words"), 40),
    "subject": (_("Subject"), _("Subject in my own words"), 60),
    "preview": (_("What it says"), _("What it says, in my own words"), 120),
}
CHOSEN = ("channel", "rhythm", "zone", "link", *PARTS)
OCLOCK = [(hour, f"{hour}:00") for hour in range(24)]


class ContactForm(forms.Form):
    channel = forms.ChoiceField(label=_("May we write to you?"), choices=Channel, widget=forms.RadioSelect)
    rhythm = forms.ChoiceField(label=_("How often"), choices=Rhythm, widget=forms.RadioSelect)
    opens = forms.TypedChoiceField(label=_("Mail may come from"), choices=OCLOCK, coerce=int)
    closes = forms.TypedChoiceField(
        label=_("Mail may come until"),
        choices=OCLOCK,
        coerce=int,
        help_text=_("The same hour twice means at any hour."),
    )
    zone = forms.ChoiceField(label=_("In this time zone"))
    link = forms.BooleanField(
        label=_("Put a link to the inbox in it"),
        required=False,
        help_text=_("The link names this site’s address. It does not sign anybody in."),
    )

    def __init__(self, data: Any = None, *, member: Member, profile: ContactProfile | None) -> None:
        self.member, self.profile = member, profile or ContactProfile(member=member, zone=settings.TIME_ZONE)
        super().__init__(data, initial=self._initial())
        zones = sorted(available_timezones() | {"UTC"})
        self.fields["zone"].choices = [(zone, zone.replace("_", " ")) for zone in zones]
        for part, (label, own_label, longest) in PARTS.items():
            choices = [*neutral.SETS[part].items(), (neutral.OWN, _("My own words"))]
            self.fields[part] = forms.ChoiceField(label=label, choices=choices)
            own = forms.CharField(label=own_label, max_length=longest, required=False)
            self.fields[f"own_{part}"] = own

    def _initial(self) -> dict[str, Any]:
        names = [*CHOSEN, "opens", "closes", *(f"own_{part}" for part in PARTS)]
        return {name: getattr(self.profile, name) for name in names}

    def clean_channel(self) -> str:
        channel: str = self.cleaned_data["channel"]
        if channel == Channel.EMAIL and not self.member.email:
            raise ValidationError(_("Give us an address first: under “Me”, “E-mail”."), code="no address")
        return channel

    def clean(self) -> dict[str, Any]:
        found: dict[str, Any] = super().clean() or {}
        for part in PARTS:
            words = " ".join(str(found.get(f"own_{part}") or "").split())
            found[f"own_{part}"] = words or None
            if found.get(part) == neutral.OWN and not words:
                self.add_error(f"own_{part}", _("Write your words here, or choose others above."))
        return found

    def filled(self) -> ContactProfile:
        """The profile as it is to be kept."""
        for name in self._initial():
            setattr(self.profile, name, self.cleaned_data[name])
        return self.profile

    def telling(self) -> list[str]:
        """Words of the member's own that tell what this is about."""
        own = [self.cleaned_data[f"own_{part}"] for part in PARTS if self.cleaned_data[part] == neutral.OWN]
        return [word for words in own if words for word in telling(words)]

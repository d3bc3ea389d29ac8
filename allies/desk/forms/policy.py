from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from allies.moderation.models import Policy


class PolicyForm(forms.ModelForm):
    class Meta:
        model = Policy
        fields = [
            "newcomer_comments",
            "on_disrespect",
            "on_identity",
            "on_crisis",
            "alert_on_crisis",
            "escalate_after",
            "member_hourly",
            "address_hourly",
        ]
        widgets = dict.fromkeys(("on_disrespect", "on_identity", "on_crisis"), forms.RadioSelect)
        help_texts = {
            "newcomer_comments": _("After this many were approved, the next ones go live at once. 0: all do."),
            "on_disrespect": _("Words that may hurt somebody here."),
            "on_identity": _("A phone number, an address, a full name."),
            "on_crisis": _(
                "Live at first, so that others can answer at once. The writer sees urgent help in any case."
            ),
            "alert_on_crisis": _(
                "Off means that nobody is told. Switch it off only if somebody reads along at all hours."
            ),
            "escalate_after": _("Then all moderators, editors and operators are written to, once."),
            "member_hourly": _("More than that is kept as a draft, so that nobody floods a conversation."),
            "address_hourly": _("Families and clinics share one address, so leave room."),
        }

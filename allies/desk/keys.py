"""What kind of danger, in the words of the desk. The keys are those of urgent help, the gravest first."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from allies.moderation.models import Alert

KEYS = {
    "emergency": _("A life in danger"),
    "overdose": _("Overdose"),
    "suicide": _("Suicide"),
    "violence": _("Violence"),
    "child": _("A child in danger"),
}


def named(keys: Iterable[str]) -> list[str]:
    return [str(KEYS[key]) for key in keys if key in KEYS]


def told(alert: Alert) -> list[str]:
    """What an alert says in a list. Of a private question it says no more than this."""
    return [str(_("A private question may speak of danger"))] if alert.question_id else named(alert.keys)

"""How long something has lasted, in words. Within the first minute that is "just now", never "0 minutes"."""

from __future__ import annotations

from datetime import datetime, timedelta

from django import template
from django.utils.timesince import timesince
from django.utils.timezone import now
from django.utils.translation import gettext as _

register = template.Library()

A_MINUTE = timedelta(minutes=1)


@register.filter
def lasting(begun: datetime | None, ended: datetime | None = None) -> str:
    """How long from `begun` until `ended`, or until now; empty when that is less than a minute, or not known."""
    ended = ended or now()
    return timesince(begun, ended) if begun and ended - begun >= A_MINUTE else ""


@register.filter
def ago(begun: datetime | None) -> str:
    time = lasting(begun)
    return _("%(time)s ago") % {"time": time} if time else _("just now")


@register.filter
def due(moment: datetime) -> str:
    """When something is due, in words: how long from now, or by how long it is late."""
    at = now()
    if moment - at >= A_MINUTE:
        return _("due in %(time)s") % {"time": timesince(at, moment, depth=1)}
    late = timesince(moment, at, depth=1) if at - moment >= A_MINUTE else ""
    return _("%(time)s late") % {"time": late} if late else _("due now")

"""The operator's numbers for any room's templates: {% load lifelines %}{% lifelines "violence suicide" %}

Above them the number to call when a life is in danger; `call=False` leaves that out.
"""

from __future__ import annotations

from typing import Any

from django import template
from django.conf import settings

from allies.home.helplines import numbers_for

register = template.Library()


@register.inclusion_tag("components/lifelines.html")
def lifelines(kinds: str, *, call: bool = True) -> dict[str, Any]:
    here, _elsewhere = numbers_for(settings.COUNTRY)
    return {"here": here, "call": call, "lines": [line for kind in kinds.split() for line in getattr(here, kind)]}

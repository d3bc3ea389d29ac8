from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ModerationConfig(AppConfig):
    name = "allies.moderation"

    def ready(self) -> None:
        from allies.accounts import above
        from allies.moderation import taking_along

        above.also.append(
            above.Also("moderation.Measure", _("What moderators decided about you"), taking_along.measures_of)
        )
        above.also.append(above.Also("moderation.Shift", _("When you are on duty"), taking_along.shifts_of))
        above.in_the_way.append(taking_along.in_the_way)

from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NotebookConfig(AppConfig):
    name = "allies.notebook"

    def ready(self) -> None:
        from allies.accounts import above
        from allies.notebook.plans.leaving import leave_all
        from allies.notebook.plans.reading import told

        above.leaving.append(leave_all)
        above.also.append(above.Also("shared plans", _("What stands in the plans you share"), told))

from __future__ import annotations

from django.apps import AppConfig


class LibConfig(AppConfig):
    name = "allies.lib"

    def ready(self) -> None:
        from allies.lib import checks  # noqa: F401

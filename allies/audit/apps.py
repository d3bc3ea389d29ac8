from __future__ import annotations

from django.apps import AppConfig


class AuditConfig(AppConfig):
    name = "allies.audit"

    def ready(self) -> None:
        from allies.accounts import above
        from allies.audit.actions import forget, record_without_who

        above.written_down.append(record_without_who)
        above.leaving.append(forget)

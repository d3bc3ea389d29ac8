from __future__ import annotations

from typing import Any

from django.apps import AppConfig


class HomeConfig(AppConfig):
    name = "allies.home"

    def ready(self) -> None:
        from wagtail.signals import page_published, page_slug_changed, page_unpublished  # noqa: PLC0415

        from allies.home import checks  # noqa: F401, PLC0415

        for signal in (page_published, page_unpublished, page_slug_changed):
            signal.connect(_rewrite, dispatch_uid="home.rewrite")


def _rewrite(sender: type, instance: Any, **kwargs: Any) -> None:
    from allies.home.actions import write_edition  # noqa: PLC0415
    from allies.home.models import PlainPage  # noqa: PLC0415

    page = instance.specific
    if isinstance(page, PlainPage):
        write_edition(page)
